import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';

export function LinkSent({
  email,
  next,
  keepsMails,
}: {
  email: string;
  next: string;
  keepsMails: boolean;
}) {
  const t = useTranslations('signIn');
  return (
    <>
      <Alert tone="success" title={t('sentTitle')}>
        <p>{t('sentText', { email })}</p>
        <p className="mt-2">{t('sentHint')}</p>
      </Alert>
      {keepsMails && (
        <ButtonLink href={{ pathname: '/dev/mailbox', query: { to: email } }} wide>
          {t('openMailbox')}
        </ButtonLink>
      )}
      <ButtonLink
        href={{ pathname: '/sign-in', query: next === '/' ? {} : { next } }}
        variant="ghost"
        wide
      >
        {t('otherAddress')}
      </ButtonLink>
    </>
  );
}
