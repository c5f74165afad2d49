import { written } from '@/components/ui/written';
import type { BookingAnswer } from '@/domain/answers';

/** What was asked and answered when it was booked, word for word. */
export function AnswerList({
  answers,
  writtenIn,
}: {
  answers: BookingAnswer[];
  /** Of the answers; null: not known. */
  writtenIn: string | null;
}) {
  return (
    <dl className="flex flex-col gap-4">
      {answers.map(({ questionId, question, answer }) => (
        <div key={questionId} className="max-w-prose">
          <dt className="text-muted text-sm wrap-break-word" {...written()}>
            {question}
          </dt>
          <dd className="mt-0.5 wrap-break-word whitespace-pre-line" {...written(writtenIn)}>
            {answer}
          </dd>
        </div>
      ))}
    </dl>
  );
}
