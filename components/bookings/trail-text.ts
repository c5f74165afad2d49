import type { useTranslations } from 'next-intl';
import type { TrailEntry } from '@/lib/bookings/schema/booking';
import { formatDateTime, type Place } from '@/kernel/time/format';

type Words = ReturnType<typeof useTranslations<'bookingTrail'>>;

/** "Awa Diop moved the session from … to …": one line of a booking's trail, without when. */
export function trailText(entry: TrailEntry, t: Words, place: Place): string {
  const timeOf = (at: number | null) => (at === null ? '' : formatDateTime(at, place));
  return t(wordsFor(entry), {
    who: entry.isViewer ? 'you' : 'other',
    name: entry.name ?? t(entry.by),
    from: timeOf(entry.movedFrom),
    to: timeOf(entry.movedTo),
  });
}

function wordsFor(entry: TrailEntry) {
  const { from, to, by, movedTo, isMessage } = entry;
  if (isMessage) return 'messaged';
  if (movedTo !== null) {
    return to === 'pending' && from === 'confirmed' ? 'movedAndAsked' : 'movedFromTo';
  }
  const proposal = wordsForProposal(entry);
  if (proposal) return proposal;
  switch (to) {
    case 'held':
      return 'held';
    case 'pending':
      if (from === null) return 'requested';
      return 'provedRequest';
    case 'confirmed':
      if (from === null) return 'booked';
      if (from === 'held') return 'proved';
      return 'accepted';
    case 'cancelled':
      if (by === 'system') return 'released';
      return from !== 'confirmed' && (by === 'mentor' || by === 'admin') ? 'declined' : 'cancelled';
    case 'expired':
      return from === 'held' ? 'holdLapsed' : 'requestLapsed';
    case 'in_progress':
      return by === 'system' ? 'startedAlone' : 'started';
    case 'completed':
      return by === 'system' ? 'completedAlone' : 'completed';
    case 'no_show':
      return 'noShow';
  }
}

/** A hold that its mentor made has another beginning and other ends than a visitor's. */
function wordsForProposal({ from, to, by, isProposal }: TrailEntry) {
  if (!isProposal) return null;
  if (from === null) return 'proposed';
  if (from !== 'held') return null;
  if (to === 'confirmed') return 'acceptedProposal';
  if (to === 'expired') return 'proposalLapsed';
  if (to !== 'cancelled' || by === 'system') return null;
  return by === 'visitor' ? 'declinedProposal' : 'withdrew';
}
