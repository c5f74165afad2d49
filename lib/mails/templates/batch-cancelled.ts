import type { Side } from '@/domain/bookings';
import type { MailedSession } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { type Batch, batchUrl, listed, type Site, wordsOf } from './batch';
import { whoCancelled } from './cancelled';
import { type Fact, sharedFacts } from './facts';
import type { MailContent } from './letter';

/** Several sessions at once were cancelled, declined, or asked for and not answered in time. */
export function batchCancelledLetter(t: MailTranslator, batch: Batch, site: Site): MailContent {
  const { sessions, side, hasFile } = batch;
  const { first, place, words } = wordsOf(t, batch, site);
  const event = eventOf(sessions);
  const reason = first.cancelReason ?? '';
  const batchLink = { label: t('batch.see', words), url: batchUrl(batch, site) };
  const file = hasFile ? [t('batch.file.cancelled')] : [];
  return {
    subject: t(`batch.${event}.subject`, words),
    preheader: t(`batch.${event}.preheader`, words),
    title: t(`batch.${event}.title`, words),
    greeting: t('greeting', { name: words[side] }),
    paragraphs: [t(`batch.${variantOf(event, first, side)}`, words)],
    sessions: sessions.map((session) =>
      listed(session, { place, site, details: [creditsText(t, session, side)] }),
    ),
    facts: [
      ...(reason === '' ? [] : [{ label: t('facts.reason'), value: reason }]),
      ...totals(t, batch),
      ...sharedFacts(t, first, { side }),
    ],
    action:
      side === 'mentee'
        ? { label: t('cancelled.findMentor'), url: pageUrl('/mentors', site) }
        : batchLink,
    links: side === 'mentee' ? [batchLink] : [],
    notes: side === 'mentee' ? file : [t('batch.timesAreFree', words), ...file],
  };
}

/** They have ended by one deed, but the mentor may have confirmed some of them before. */
function eventOf(sessions: readonly MailedSession[]) {
  if (sessions.every(({ status }) => status === 'expired')) return 'lapsed';
  const isDeclined = sessions.every(
    ({ cancelledBy, confirmedAt }) => cancelledBy === 'mentor' && confirmedAt === null,
  );
  return isDeclined ? 'declined' : 'cancelled';
}

function variantOf(event: ReturnType<typeof eventOf>, first: MailedSession, side: Side) {
  if (event === 'lapsed') return `lapsed.${side}` as const;
  if (event === 'declined') return side === 'mentor' ? 'declined.byYou' : 'declined.byMentor';
  return `cancelled.${whoCancelled(first, side)}` as const;
}

function totals(t: MailTranslator, { sessions, side }: Batch): Fact[] {
  if (sessions.length === 1) return [];
  const sum = (of: (session: MailedSession) => number) =>
    sessions.reduce((total, session) => total + of(session), 0);
  const all = {
    keptCredits: sum(({ keptCredits }) => keptCredits),
    refundedCredits: sum(({ refundedCredits }) => refundedCredits),
  };
  const value = creditsText(t, all, side);
  return value === '' ? [] : [{ label: t('batch.total'), value }];
}

/** What became of the price; empty where there was none. */
function creditsText(
  t: MailTranslator,
  { keptCredits, refundedCredits }: Pick<MailedSession, 'keptCredits' | 'refundedCredits'>,
  side: Side,
): string {
  return [
    ...(refundedCredits > 0 ? [t('batch.refunded', { credits: refundedCredits })] : []),
    ...(keptCredits > 0 ? [t(`batch.kept.${side}`, { credits: keptCredits })] : []),
  ].join(' · ');
}
