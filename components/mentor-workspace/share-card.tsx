'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { CopyLink } from '@/components/ui/copy-link';

/** The link to a mentor's page, to take along, and what a chat will show of it. */
export function ShareCard({ url }: { url: string }) {
  const t = useTranslations('mentorProfile');
  return (
    <Card as="section" aria-label={t('share')} className="flex flex-col gap-4">
      <h2 className="text-xl">{t('share')}</h2>
      <CopyLink url={url} label={t('shareLink')} />
      {/* Drawn anew whenever the profile changes, so there is nothing for the image optimizer to keep. */}
      <img
        src="/api/mentor/picture"
        alt={t('sharePicture')}
        width={1200}
        height={630}
        loading="lazy"
        className="h-auto w-full rounded-md border"
      />
    </Card>
  );
}
