import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { Link } from '@/i18n/navigation';
import type { BookingReminders as Reminders, ShownReminder } from '@/lib/reminders/schema';
import { formatDateTime } from '@/kernel/time/format';

/** What the reader has been and will be reminded of, and by which way; and that the other side is. */
export function BookingReminders({
  reminders,
  timeZone,
}: {
  reminders: Reminders;
  timeZone: string;
}) {
  const t = useTranslations('bookingReminders');
  return (
    <Card as="section" aria-labelledby="reminders">
      <h2 id="reminders" className="mb-4 text-xl">
        {t('title')}
      </h2>
      <ol className="flex flex-col gap-4">
        {reminders.own.map((one) => (
          <Row key={one.key} reminder={one} timeZone={timeZone} />
        ))}
      </ol>
      <p className="text-muted mt-4 text-sm">
        {reminders.otherIsReminded && `${t('otherToo')} `}
        <Link href="/settings" className="text-link" prefetch={false}>
          {t('settings')}
        </Link>
      </p>
    </Card>
  );
}

function Row({ reminder, timeZone }: { reminder: ShownReminder; timeZone: string }) {
  const t = useTranslations('bookingReminders');
  const locale = useLocale();
  const isWaiting = reminder.outcomes.some(({ outcome }) => outcome === 'planned');
  return (
    <li className={`border-l-2 pl-4 ${isWaiting ? 'border-gold' : 'border-line'}`}>
      <p className="flex flex-col justify-between gap-x-4 sm:flex-row">
        <span className="font-medium">{t(`kinds.${reminder.kind}`)}</span>
        <Time at={reminder.dueAt} className="text-muted text-sm">
          {formatDateTime(reminder.dueAt, { locale, timeZone })}
        </Time>
      </p>
      <ul className="text-sm">
        {reminder.outcomes.map(({ channel, outcome }) => (
          <li key={channel}>
            {t('line', { channel: t(`channels.${channel}`), outcome: t(`outcomes.${outcome}`) })}
          </li>
        ))}
      </ul>
    </li>
  );
}
