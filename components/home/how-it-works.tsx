import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { CalendarIcon, ClockIcon, VideoIcon } from '@/components/ui/icons';

/** Three steps, each with a piece of the product itself instead of an icon. */
export function HowItWorks() {
  const t = useTranslations('home');
  return (
    <section id="how" aria-labelledby="how-title" className="page-width py-12">
      <h2 id="how-title" className="text-3xl">
        {t('howTitle')}
      </h2>
      <ol className="mt-6 grid gap-5 md:grid-cols-3">
        <Step number={1} title={t('findTitle')} text={t('findText')}>
          <Faces />
        </Step>
        <Step number={2} title={t('pickTitle')} text={t('pickText')}>
          <Times />
        </Step>
        <Step number={3} title={t('meetTitle')} text={t('meetText')}>
          <Reminders />
        </Step>
      </ol>
    </section>
  );
}

function Step({
  number,
  title,
  text,
  children,
}: {
  number: number;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <li className="bg-surface flex flex-col overflow-hidden rounded-xl border">
      <div aria-hidden="true" className="bg-sunken grid h-32 place-items-center border-b">
        {children}
      </div>
      <div className="flex gap-4 p-5">
        <span
          aria-hidden="true"
          className="text-green font-serif text-3xl leading-none font-semibold"
        >
          {number}
        </span>
        <div>
          <h3 className="text-xl">{title}</h3>
          <p className="text-muted mt-2">{text}</p>
        </div>
      </div>
    </li>
  );
}

function Faces() {
  return (
    <div className="flex -space-x-2">
      {['Amina Kone', 'Kofi Owusu', 'Chidi Eze', 'Lina Benali'].map((name) => (
        <span key={name} className="border-sunken rounded-xl border-4">
          <Avatar name={name} />
        </span>
      ))}
    </div>
  );
}

function Times() {
  const pill = 'rounded-md border px-4 py-2.5 text-sm font-semibold tabular-nums';
  return (
    <div className="flex gap-2">
      <span className={`bg-surface ${pill}`}>09:00</span>
      <span className={`bg-green text-on-green border-green ${pill}`}>11:00</span>
      <span className={`bg-surface text-muted border-dashed line-through ${pill}`}>15:30</span>
    </div>
  );
}

function Reminders() {
  const disc = 'grid size-13 place-items-center rounded-full';
  const line = 'bg-edge h-px w-6';
  return (
    <div className="flex items-center">
      <span className={`bg-gold-soft text-gold-ink ${disc}`}>
        <CalendarIcon className="size-6" />
      </span>
      <span className={line} />
      <span className={`bg-gold-soft text-gold-ink ${disc}`}>
        <ClockIcon className="size-6" />
      </span>
      <span className={line} />
      <span className={`bg-green text-on-green ${disc}`}>
        <VideoIcon className="size-6" />
      </span>
    </div>
  );
}
