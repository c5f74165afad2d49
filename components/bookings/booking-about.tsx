import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';

/** What the mentee wrote about the session, as they wrote it. */
export function BookingAbout({ subject, notes }: { subject: string; notes: string }) {
  const t = useTranslations('bookingPage');
  return (
    <Card as="section" aria-labelledby="about">
      <h2 id="about" className="mb-2 text-xl">
        {t('about')}
      </h2>
      {subject === '' && notes === '' && <p className="text-muted">{t('noNotes')}</p>}
      {subject !== '' && <p className="font-semibold">{subject}</p>}
      {notes !== '' && <p className="mt-2 max-w-prose whitespace-pre-line">{notes}</p>}
    </Card>
  );
}
