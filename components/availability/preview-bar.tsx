'use client';

import { useTranslations } from 'next-intl';
import { ChevronDownIcon } from '@/components/ui/icons';
import { previewId } from './preview-panel';
import { usePreview } from './preview-state';

/**
 * On a phone the preview stands below everything that changes it, so its sum stays at the foot of
 * the screen while that is edited, and leads there.
 */
export function PreviewBar() {
  const t = useTranslations('availability');
  const preview = usePreview();
  if (preview?.state !== 'there') return null;
  return (
    <a
      href={`#${previewId}`}
      className="bg-surface shadow-pop sticky bottom-3 z-10 flex min-h-12 items-center justify-between gap-3 rounded-lg border px-4 py-2 text-sm lg:hidden"
    >
      <span className="text-muted">{t('previewBar', { count: preview.freeCount })}</span>
      <span className="text-green inline-flex items-center gap-1.5 font-semibold">
        {t('previewOpen')}
        <ChevronDownIcon className="size-4" />
      </span>
    </a>
  );
}
