import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

/** The left of the mentor page while it is read. */
export function MentorProfileSkeleton() {
  const t = useTranslations('mentorPage');
  return (
    <div aria-busy="true">
      <span className="sr-only">{t('loading')}</span>
      <div className="flex items-center gap-4 sm:gap-6">
        <Skeleton className="size-19 rounded-xl sm:size-27 sm:rounded-2xl" />
        <div className="flex-1">
          <Skeleton className="h-10 w-2/3" />
          <Skeleton className="mt-2.5 h-6 w-full max-w-80" />
        </div>
      </div>
      <Skeleton className="mt-6 h-5 w-3/4" />
      <Skeleton className="mt-12 h-8 w-40" />
      <Skeleton className="mt-4 h-24 w-full max-w-prose" />
      <Skeleton className="mt-12 h-8 w-52" />
      <Skeleton className="mt-4 h-40 w-full rounded-lg" />
      <Skeleton className="mt-3 h-40 w-full rounded-lg" />
    </div>
  );
}

/** The booking panel while it is read: as high as it will be, so that nothing jumps. */
export function BookingPanelSkeleton() {
  const t = useTranslations('mentorPage');
  return (
    <div aria-busy="true">
      <span className="sr-only">{t('loadingTimes')}</span>
      <Skeleton className="h-8 w-52" />
      <Skeleton className="mt-2.5 h-4 w-64" />
      <Skeleton className="mx-auto mt-6 h-6 w-40" />
      <div className="mt-11 grid grid-cols-7 gap-x-2 gap-y-1.5">
        {Array.from({ length: 35 }, (_, index) => (
          <Skeleton key={index} className="h-10 rounded-md" />
        ))}
      </div>
      <Skeleton className="mt-6 h-5 w-48" />
      <div className="mt-3 grid grid-cols-3 gap-2">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} className="h-11 rounded-md" />
        ))}
      </div>
      <Skeleton className="mt-5 h-10 w-full" />
      <Skeleton className="mt-4 h-13 w-full rounded-md" />
    </div>
  );
}
