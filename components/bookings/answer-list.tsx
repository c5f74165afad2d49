import type { BookingAnswer } from '@/domain/answers';

/** What was asked and answered when it was booked, word for word. */
export function AnswerList({ answers }: { answers: BookingAnswer[] }) {
  return (
    <dl className="flex flex-col gap-4">
      {answers.map(({ questionId, question, answer }) => (
        <div key={questionId} className="max-w-prose">
          <dt className="text-muted text-sm wrap-break-word">{question}</dt>
          <dd className="mt-0.5 wrap-break-word whitespace-pre-line">{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
