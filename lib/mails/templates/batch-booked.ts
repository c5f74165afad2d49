import { formatDuration } from '@/kernel/time/format';
import type { MailTranslator } from '@/i18n/outgoing';
import { type Batch, batchUrl, deadlineText, listed, type Site, wordsOf } from './batch';
import { priceText, sharedFacts } from './facts';
import type { MailContent } from './letter';

/** Several sessions were booked, or asked for where the mentor confirms by hand: as they stand now. */
export function batchBookedLetter(t: MailTranslator, batch: Batch, site: Site): MailContent {
  const { sessions, side, hasFile } = batch;
  const { first, place, words: common } = wordsOf(t, batch, site);
  const { count } = common;
  const waiting = sessions.filter((session) => session.status === 'pending');
  const event = waiting.length === count ? 'requested' : 'booked';
  const variant = `batch.${event}.${side}` as const;
  const due = waiting.toSorted((a, b) => dueAt(a) - dueAt(b))[0] ?? first;
  const words = { ...common, deadline: deadlineText(due, place) };
  return {
    subject: t(`${variant}.subject`, words),
    preheader: t(`${variant}.preheader`, words),
    title: t(`${variant}.title`, words),
    greeting: t('greeting', { name: common[side] }),
    paragraphs: [t(`${variant}.text`, words)],
    sessions: sessions.map((session) => {
      const deadline = deadlineText(session, place);
      const waits = t(`batch.waits.${side}`, { ...common, deadline });
      return listed(session, { place, site, details: [session.status === 'pending' ? waits : ''] });
    }),
    facts: [
      ...sharedFacts(t, first, { side }),
      { label: t('facts.price'), value: pricesText(t, batch) },
    ],
    ...(side === 'mentor' &&
      first.answers.length > 0 && { answers: { title: t('answers'), given: first.answers } }),
    action: { label: t(`${variant}.action`, words), url: batchUrl(batch, site) },
    links: [],
    notes: [
      ...(hasFile ? [t('batch.file.booked', words)] : []),
      side === 'mentee' ? termsText(t, batch, site) : t('batch.mentorCancels'),
    ],
  };
}

function dueAt({ expiresAt, period }: Batch['sessions'][number]): number {
  return (expiresAt ?? period.start).epochMilliseconds;
}

/** What each costs, and all together; one session, or sessions that cost nothing, have one price. */
function pricesText(t: MailTranslator, { sessions }: Batch): string {
  const [first] = sessions;
  if (!first) return '';
  const each = first.priceCredits;
  if (each === 0 || sessions.length === 1) return priceText(t, first);
  const total = sessions.reduce((sum, { priceCredits }) => sum + priceCredits, 0);
  return t('batch.price', { each, total });
}

/** The mentor's terms for the mentee: those of any of them that is booked, whenever it is. */
function termsText(t: MailTranslator, { sessions }: Batch, site: Site): string {
  const first = sessions.find(({ status }) => status !== 'pending') ?? sessions[0];
  if (!first) return '';
  const { status, priceCredits, lateCancelPercent: percent, cancelNoticeMinutes } = first;
  const isFree = priceCredits === 0 || percent === 0 || cancelNoticeMinutes === 0;
  // Of requests nothing is ever kept.
  if (isFree || status === 'pending') return t('batch.terms.free');
  const notice = formatDuration(cancelNoticeMinutes, site.locale);
  return t('batch.terms.late', { notice, percent });
}
