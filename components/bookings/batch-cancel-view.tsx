import { useTranslations } from 'next-intl';
import { SessionTime } from './session-time';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';
import { BatchCancelForm, type CancelBatchState } from './batch-cancel-form';
import type { BatchViewProps } from './batch-view';
import { otherOf } from './batch-words';

type Cancellable = BookingDetail & { cancelling: CancellingView };

/** What would be called off, and what comes back and is kept: of each session, and in all. */
export function BatchCancelView({
  batchId,
  sessions,
  timeZone,
  first,
}: BatchViewProps & {
  /** What a post without script left. */
  first: CancelBatchState;
}) {
  const t = useTranslations('batch');
  const left = sessions.filter((session): session is Cancellable => session.cancelling !== null);
  const page = `/bookings/batches/${batchId}`;
  const name = otherOf(sessions[0], t);
  if (left.length === 0) {
    return (
      <div className="page-width max-w-prose py-12">
        <EmptyState
          headingLevel="h1"
          title={t('refusedTitle')}
          actions={<ButtonLink href={page}>{t('seeAll')}</ButtonLink>}
        >
          {t('refused_nothing_left')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      <h1 className="mb-6 text-3xl sm:text-4xl">{t('cancelTitle')}</h1>
      <Card className="mb-4">
        <ol aria-label={t('list')} className="divide-y">
          {left.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-start justify-between gap-x-4 py-3 first:pt-0 last:pb-0"
            >
              <div>
                <SessionTime {...session} timeZone={timeZone} isBrief />
              </div>
              <Money {...moneyOf(session)} />
            </li>
          ))}
        </ol>
      </Card>
      <div className="mb-6">
        <Alert tone={left.some(({ cancelling }) => cancelling.late) ? 'warning' : 'info'}>
          <p className="font-semibold">
            <Sum left={left} name={name} />
          </p>
          <p className="mt-1">{t('cancelLead', { count: left.length, name })}</p>
        </Alert>
      </div>
      <MessagesProvider namespaces={['batch']}>
        <BatchCancelForm batchId={batchId} count={left.length} name={name} first={first} />
      </MessagesProvider>
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
  const t = useTranslations('batch');
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
  const t = useTranslations('batch');
  const money = left.map(moneyOf);
  const refund = money.reduce((sum, one) => sum + one.refund, 0);
  const kept = money.reduce((sum, one) => sum + one.kept, 0);
  if (left[0]?.role !== 'mentee') return t('cancelSumMentor', { refund, name });
  return refund + kept === 0 ? t('cancelSumFree') : t('cancelSum', { refund, kept });
}
