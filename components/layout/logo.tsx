/** The tree of the mark; the word beside it names it. */
export function Logo() {
  return (
    <span className="text-ink flex shrink-0 items-center gap-2.5 font-serif text-xl font-semibold tracking-tight whitespace-nowrap">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="fill-green size-8">
        <path d="M13.2 30c.9-5 .4-8.4-2.3-11.3C8.6 16.2 5.4 15.6 3 16.3c2-2.9 5.2-3.4 7.6-2.4C9.4 10.6 6.8 8.9 4.6 8.8c3.5-1.9 7.3-.4 9.2 2.6.3-3.4-.8-6.6-2.9-8.7 3.8.8 6.3 3.6 6.8 7.4 1.9-3 5.8-4.4 9.2-2.5-2.5.4-4.8 2.1-6 5.2 2.7-1.2 6-.3 8.1 2.7-2.7-.7-5.8 0-7.8 2.4-2.4 2.8-2.8 6.9-1.9 12.1z" />
      </svg>
      Baobab
    </span>
  );
}
