/** What an override does to a date, for the eye; cells say it in words too. */
export function DateMark({ kind }: { kind: 'closed' | 'hours' }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-2 ${kind === 'closed' ? 'bg-red' : 'bg-gold rounded-full'}`}
    />
  );
}
