/** The shape of what is coming; give it the size of the real thing. The region around it says "loading". */
export function Skeleton({ className = '' }: { className?: string }) {
  return (
    <span aria-hidden="true" className={`bg-line/70 block animate-pulse rounded-sm ${className}`} />
  );
}
