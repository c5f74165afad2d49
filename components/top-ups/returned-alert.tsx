import { useTranslations } from 'next-intl';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { Link } from '@/i18n/navigation';
import type { ReturnedTopUp } from '@/lib/top-ups/schema';
import { AwaitCredits } from './await-credits';

const tones = {
  cancelled: 'info',
  waiting: 'info',
  pending: 'info',
  paid: 'success',
  failed: 'warning',
} as const;

/** How it went for who comes back from paying; while that is not known, it looks again. */
export function ReturnedAlert({ returned, href }: { returned: ReturnedTopUp; href: string }) {
  const t = useTranslations('topUps');
  const { state } = returned;
  const count = 'credits' in returned ? returned.credits : 0;
  return (
    <ArrivalAlert key={state} tone={tones[state]} title={t(`returned_${state}`, { count })}>
      <p>{t(`returnedText_${state}`)}</p>
      {state === 'waiting' && (
        <>
          <AwaitCredits />
          <noscript>
            <Link href={href} className="text-link">
              {t('lookAgain')}
            </Link>
          </noscript>
        </>
      )}
    </ArrivalAlert>
  );
}
