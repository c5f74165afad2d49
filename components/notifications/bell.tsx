'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { BellIcon } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { Link } from '@/i18n/navigation';
import { mostUnread } from '@/lib/notifications/rules';
import type { UnreadSummary } from '@/lib/notifications/schema';
import { useUnread } from './use-unread';

/** The way to the notification centre, with how many are unread or wait for an answer. Says when one has come. */
export function Bell({ userId, rendered }: { userId: string; rendered: UnreadSummary }) {
  const t = useTranslations('bell');
  const { count, waiting, latest } = useUnread({ userId, locale: useLocale(), rendered });
  // UUIDv7s sort by time: a later one than the tab opened with is news, an earlier one is what is left.
  const [first] = useState(rendered.latest?.id ?? '');
  const news = latest && latest.id > first && count > 0 ? latest.title : null;
  // A request that was read about waits all the same.
  const shown = count > 0 ? count : waiting;
  return (
    <>
      <Link
        href="/notifications"
        prefetch={false}
        aria-label={t('label', { count, waiting })}
        className="reacts text-muted hover:text-ink relative flex size-11 items-center justify-center rounded-md"
      >
        <BellIcon className="size-6" />
        {shown > 0 && (
          <span
            aria-hidden="true"
            className="bg-red text-on-red absolute top-0.5 -right-0.5 min-w-5 rounded-full px-1 text-center text-xs font-semibold tabular-nums"
          >
            {shown < mostUnread ? shown : t('many')}
          </span>
        )}
      </Link>
      <LiveRegion>{news !== null && t('news', { title: news })}</LiveRegion>
    </>
  );
}
