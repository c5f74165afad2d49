import { useLocale, useTranslations } from 'next-intl';
import type { UnsentState } from '@/domain/mails';
import { Card } from '@/components/ui/card';
import { Link } from '@/i18n/navigation';
import { formatDateTime } from '@/kernel/time/format';
import type { UnsentMail } from '@/lib/unsent-mails/schema';
import { keptReason } from './kept-reason';
import { RetryButton } from './retry-button';

/** A mail that has not left: to whom, what about, what was tried, and what the other side said. */
export function MailCard({
  organization,
  mail,
  state,
  timeZone,
}: {
  organization: { id: string; slug: string };
  mail: UnsentMail;
  state: UnsentState;
  timeZone: string;
}) {
  const t = useTranslations('unsentMails');
  const place = { locale: useLocale(), timeZone };
  const { booking, recipientName, recipientEmail, attempts, lastError } = mail;
  const when = (instant: number) => formatDateTime(instant, place);
  const kept = state === 'skipped' ? keptReason(lastError) : null;
  return (
    <Card as="li" className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg">{t(`kinds.${mail.kind}`)}</h2>
        {recipientName !== null && <p className="font-semibold">{recipientName}</p>}
        <p className="text-muted break-all">{recipientEmail}</p>
      </div>
      {kept !== null ? (
        <p className="text-sm">{t(`kept.${kept}`)}</p>
      ) : (
        lastError !== null && (
          <div className="text-sm">
            <p className="text-muted">{t('said')}</p>
            <p className="bg-sunken mt-1 rounded-md px-3 py-2 font-mono break-words" lang="en">
              {lastError}
            </p>
          </div>
        )
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <p className="text-muted text-sm">
          {t('written', { when: when(mail.createdAt) })} {t('attempts', { count: attempts })}
          {state === 'pending' && ` ${t('next', { when: when(mail.nextAttemptAt) })}`}
          {state === 'failed' && mail.whyNotAgain !== null && ` ${t(`not.${mail.whyNotAgain}`)}`}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {booking && (
            <Link
              href={`/bookings/${booking.id}`}
              prefetch={false}
              className="text-link inline-flex min-h-11 items-center text-sm"
            >
              {t('booking', { reference: booking.reference })}
            </Link>
          )}
          {state === 'failed' && mail.whyNotAgain === null && (
            <RetryButton {...{ organization, mail }} />
          )}
        </div>
      </div>
    </Card>
  );
}
