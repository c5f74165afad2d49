'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ErrorHelp } from './error-help';

/**
 * What a page shows that threw, under the header that stays. The digest is the number under which
 * the server has logged it; nothing else of the error reaches the screen.
 */
export function ErrorScene({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('errors');
  const heading = useRef<HTMLHeadingElement>(null);

  // The page that had the focus is gone: without this a screen reader is left in silence.
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="page-width max-w-prose py-16">
      <h1 ref={heading} tabIndex={-1} className="text-3xl outline-none">
        {t('failedTitle')}
      </h1>
      <p className="text-muted mt-4 text-lg">{t('failedText')}</p>
      <ErrorHelp
        error={error}
        texts={{
          reference: (digest) => t('reference', { digest }),
          write: (email) => t('write', { email }),
          subject: (digest) => (digest ? t('reference', { digest }) : t('failedTitle')),
        }}
      />
      <div className="mt-8 flex flex-wrap gap-3">
        <Button onClick={retry}>{t('retry')}</Button>
        <ButtonLink href="/" variant="secondary">
          {t('backHome')}
        </ButtonLink>
      </div>
    </div>
  );
}
