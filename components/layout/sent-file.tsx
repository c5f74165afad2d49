import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/**
 * Sends the file that somebody asked for before they were signed in: the browser fetches it by itself,
 * with and without script, and this page stays.
 */
export function SentFile({ href }: { href: string }) {
  const t = useTranslations('files');
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${href}`} />
      <Alert tone="success">
        {t('sent')}{' '}
        <a href={href} download className="text-link">
          {t('again')}
        </a>
      </Alert>
    </>
  );
}
