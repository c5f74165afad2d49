import { useTranslations } from 'next-intl';
import { reminderKinds } from '@/domain/reminders';

const channels = ['email', 'inApp'] as const;

/** Which reminders come by which way: a table of boxes, a row for each kind. */
export function ReminderChoices(chosen: Record<(typeof channels)[number], readonly string[]>) {
  const t = useTranslations('settings');
  return (
    <table className="w-full">
      <thead>
        <tr className="text-muted text-sm">
          <th scope="col" className="text-left font-medium">
            {t('reminder')}
          </th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className="w-20 font-medium">
              {t(channel)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reminderKinds.map((kind) => (
          <tr key={kind} className="border-t">
            <th scope="row" className="py-2 pr-2 text-left font-normal">
              {t(`kinds.${kind}`)}
            </th>
            {channels.map((channel) => (
              <td key={channel} className="p-0 text-center">
                <label className="mx-auto flex size-11 cursor-pointer items-center justify-center">
                  <span className="sr-only">
                    {t('choice', { kind: t(`kinds.${kind}`), channel: t(channel) })}
                  </span>
                  <input
                    type="checkbox"
                    name={channel}
                    value={kind}
                    defaultChecked={chosen[channel].includes(kind)}
                    className="accent-green size-5 cursor-pointer"
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
