import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';
import { bookingTitle, otherName } from './booking-names';
import { CancellingTerms } from './cancelling-terms';
import { SessionTime } from './session-time';

/** A booking that the viewer may cancel. */
export type Cancellable = BookingDetail & { cancelling: CancellingView };

/** What is about to be cancelled, and on what terms: of each session, and in all. */
export function CancelSummary({
  left,
  timeZone,
}: {
  left: [Cancellable, ...Cancellable[]];
  timeZone: string;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const together = useTranslations('batch');
  const [first, ...others] = left;
  const name = otherName(first, words);
  return (
    <div className="mb-6 flex flex-col gap-4">
      <Card>
        {others.length === 0 ? (
          <>
            <p className="font-serif text-xl">{bookingTitle(first, words)}</p>
            <div className="mt-2">
              <SessionTime {...first} />
            </div>
          </>
        ) : (
          <ol aria-label={together('list')} className="divide-y">
            {left.map((session) => (
              <li
                key={session.id}
                className="flex flex-wrap items-start justify-between gap-x-4 py-3 first:pt-0 last:pb-0"
              >
                <div>
                  <SessionTime {...session} isBrief />
                </div>
                <Money {...moneyOf(session)} />
              </li>
            ))}
          </ol>
        )}
      </Card>
      <Alert tone={left.some(({ cancelling }) => cancelling.late) ? 'warning' : 'info'}>
        {others.length === 0 ? (
          <p>
            <CancellingTerms booking={first} cancelling={first.cancelling} timeZone={timeZone} />
          </p>
        ) : (
          <>
            <p className="font-semibold">
              <Sum left={left} name={name} />
            </p>
            <p className="mt-1">{t('calledOff', { count: left.length })}</p>
          </>
        )}
        <p className="mt-1">{t('noticeTo', { name })}</p>
      </Alert>
    </div>
  );
}

/** Of what was paid, in credits: what goes back to the mentee, and what stays with the mentor. */
function moneyOf({ chargedCredits, cancelling }: Cancellable) {
  const kept = cancelling.keptCredits;
  return { refund: chargedCredits - kept, kept };
}

/** What becomes of the price of one session. */
function Money({ refund, kept }: ReturnType<typeof moneyOf>) {
  const t = useTranslations('cancelling');
  return (
    <span className="text-muted text-sm tabular-nums">
      {refund + kept === 0
        ? t('refundFree')
        : kept === 0
          ? t('refund', { refund })
          : t('refundKept', { refund, kept })}
    </span>
  );
}

function Sum({ left, name }: { left: Cancellable[]; name: string }) {
  const t = useTranslations('cancelling');
  const money = left.map(moneyOf);
  const refund = money.reduce((sum, one) => sum + one.refund, 0);
  const kept = money.reduce((sum, one) => sum + one.kept, 0);
  if (left[0]?.role !== 'mentee') return t('sumMentor', { refund, name });
  return refund + kept === 0 ? t('sumFree') : t('sum', { refund, kept });
}
