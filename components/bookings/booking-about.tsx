import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { written } from '@/components/ui/written';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { AnswerList } from './answer-list';

/** What the mentee wrote about the session, as they wrote it, and what they answered. */
export function BookingAbout({
  subject,
  notes,
  answers,
  writtenIn,
}: Pick<BookingDetail, 'subject' | 'notes' | 'answers' | 'writtenIn'>) {
  const t = useTranslations('bookingPage');
  const words = useTranslations('answers');
  const hasWords = subject !== '' || notes !== '';
  return (
    <Card as="section" aria-labelledby="about">
      <h2 id="about" className="mb-2 text-xl">
        {t('about')}
      </h2>
      {!hasWords && answers.length === 0 && <p className="text-muted">{t('noNotes')}</p>}
      {subject !== '' && (
        <p className="font-semibold" {...written(writtenIn)}>
          {subject}
        </p>
      )}
      {notes !== '' && (
        <p className="mt-2 max-w-prose whitespace-pre-line" {...written(writtenIn)}>
          {notes}
        </p>
      )}
      {answers.length > 0 && (
        <div className={hasWords ? 'mt-5 border-t pt-4' : ''}>
          <h3 className="mb-3 font-sans text-base font-semibold">{words('title')}</h3>
          <AnswerList answers={answers} writtenIn={writtenIn} />
        </div>
      )}
    </Card>
  );
}
