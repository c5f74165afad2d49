import { useTranslations } from 'next-intl';
import { ClockIcon, GlobeIcon, ShieldIcon } from '@/components/ui/icons';

/** What can be relied on, in three lines. */
export function Promises() {
  const t = useTranslations('home');
  const promises = [
    { Icon: ShieldIcon, title: t('onceTitle'), text: t('onceText') },
    { Icon: GlobeIcon, title: t('zoneTitle'), text: t('zoneText') },
    { Icon: ClockIcon, title: t('remindTitle'), text: t('remindText') },
  ];
  return (
    <section aria-label={t('promisesLabel')} className="bg-surface border-y">
      <ul className="page-width grid gap-6 py-8 md:grid-cols-3 md:gap-8">
        {promises.map(({ Icon, title, text }) => (
          <li key={title} className="flex gap-4">
            <span className="bg-green-soft text-green grid size-11 shrink-0 place-items-center rounded-md">
              <Icon className="size-6" />
            </span>
            <div>
              <h2 className="font-sans text-base font-semibold tracking-normal">{title}</h2>
              <p className="text-muted mt-1 text-sm">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
