import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Link } from '@/i18n/navigation';
import { formatDateTime } from '@/kernel/time/format';
import type { Leaving } from '@/lib/memberships/schema';

/** What becomes of what somebody has in an organization when they leave it, before they do. */
export function LeavingSummary({
  leaving,
  organization,
  timeZone,
}: {
  leaving: Leaving;
  /** Its name. */
  organization: string;
  timeZone: string;
}) {
  const t = useTranslations('memberships');
  const { cancelled, kept, credits, refundedCredits, hasMentorPage } = leaving;
  const list = (sessions: Leaving['cancelled']) => <Sessions {...{ sessions, timeZone }} />;
  if (leaving.isLastOwner) {
    return (
      <Alert tone="warning" title={t('leave.lastOwnerTitle')}>
        {t('leave.lastOwnerText')}
      </Alert>
    );
  }
  if (leaving.toBeHeld.length > 0) {
    return (
      <Alert tone="warning" title={t('leave.heldTitle')}>
        <p>{t('leave.heldText')}</p>
        <Sessions sessions={leaving.toBeHeld} timeZone={timeZone} isLinked />
      </Alert>
    );
  }
  return (
    <ul className="flex flex-col gap-4">
      <Point title={t('leave.cancelledTitle', { count: cancelled.length })}>
        {cancelled.length > 0 && (
          <>
            <p className="text-muted">{t('leave.cancelledText', { credits: refundedCredits })}</p>
            {list(cancelled)}
          </>
        )}
      </Point>
      {kept.length > 0 && (
        <Point title={t('leave.keptTitle', { count: kept.length })}>
          <p className="text-muted">{t('leave.keptText')}</p>
          {list(kept)}
        </Point>
      )}
      {credits + refundedCredits > 0 && (
        <Point
          title={t('leave.creditsTitle', { credits: credits + refundedCredits, organization })}
        >
          <p className="text-muted">{t('leave.creditsText')}</p>
        </Point>
      )}
      {hasMentorPage && (
        <Point title={t('leave.mentorTitle')}>
          <p className="text-muted">{t('leave.mentorText')}</p>
        </Point>
      )}
    </ul>
  );
}

function Point({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <li className="min-w-0">
      <p className="font-semibold break-words">{title}</p>
      {children}
    </li>
  );
}

function Sessions({
  sessions,
  timeZone,
  isLinked = false,
}: {
  sessions: Leaving['cancelled'];
  timeZone: string;
  isLinked?: boolean;
}) {
  const t = useTranslations('memberships');
  const place = { locale: useLocale(), timeZone };
  return (
    <ul className="mt-1 list-disc pl-5">
      {sessions.map(({ id, title, other, startsAt }) => {
        const words = t('leave.session', {
          title,
          other: other ?? t('someone'),
          when: formatDateTime(startsAt, place),
        });
        return (
          <li key={id} className="break-words">
            {isLinked ? (
              <Link href={`/bookings/${id}`} prefetch={false} className="text-link">
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
