import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { cardGrid } from './mentor-cards';

/** The cards before they are there: the same boxes, the same lines. */
export function MentorCardsSkeleton({ count }: { count: number }) {
  return (
    <div aria-hidden="true" className={cardGrid}>
      {Array.from({ length: count }, (_, index) => (
        <Card key={index} className="flex flex-col gap-3.5">
          <div className="flex items-center gap-3.5">
            <Skeleton className="size-15 rounded-lg" />
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-6 w-2/3" />
              <Skeleton className="h-9 w-full" />
            </div>
          </div>
          <div className="flex gap-1.5">
            <Skeleton className="h-7.5 w-16 rounded-full" />
            <Skeleton className="h-7.5 w-24 rounded-full" />
            <Skeleton className="h-7.5 w-16 rounded-full" />
          </div>
          <Skeleton className="h-5.5 w-4/5" />
          <div className="flex items-center justify-between gap-3 border-t pt-3.5">
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-4 w-20" />
              <Skeleton className="h-4 w-28" />
            </div>
            <Skeleton className="h-11 w-20 rounded-md" />
          </div>
        </Card>
      ))}
    </div>
  );
}
