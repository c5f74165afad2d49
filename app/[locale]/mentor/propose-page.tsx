import { randomUUID } from 'node:crypto';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import type { ProposeState } from '@/components/proposals/propose-form';
import { ProposeView } from '@/components/proposals/propose-view';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { readChoice, readSlot, weeksOfChoice } from '@/components/slots/booking-address';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { readFlash } from '@/lib/action-kit/flash';
import { loadProposeForm } from '@/lib/orders/loaders/propose-form';

/** What both pages show on which a mentor proposes a session: to an address, or to a mentee of theirs. */
export async function ProposePage({
  page,
  menteeId,
  query,
}: {
  /** Without its language. */
  page: string;
  menteeId: string | null;
  query: Record<string, string | string[] | undefined>;
}) {
  const address = readChoice(query);
  // A time that would be good, where it is available: it is chosen then, and else its day is shown.
  const near = readSlot(query['near']);
  const wanted =
    address.slot === null && address.day === null ? { ...address, slot: near } : address;
  const [loaded, first] = await Promise.all([
    loadProposeForm({
      menteeId,
      variant: address.variant,
      weeksIn: (timeZone) => weeksOfChoice(wanted, timeZone),
    }),
    readFlash<ProposeState>('propose-session', query['flash']),
  ]);
  if (loaded.status === 'signed_out') return <SignInFirst about="workspace" next={page} isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  if (loaded.status !== 'found') return <NotFoundScene />;
  const { form } = loaded;
  const isFree = near !== null && form.weeks?.starts.includes(near);
  const day = weeksOfChoice(wanted, form.timeZone).day;
  return (
    <>
      <ZoneQuestion />
      <ProposeView
        page={page}
        form={form}
        address={{ ...address, day, slot: address.slot ?? (isFree ? wanted.slot : null) }}
        requestId={randomUUID()}
        first={first}
        now={Date.now()}
      />
    </>
  );
}
