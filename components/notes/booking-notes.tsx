import { useTranslations } from 'next-intl';
import { otherName } from '@/components/bookings/booking-names';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Card } from '@/components/ui/card';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import type { BookingNotes as Notes, MaterialState, NoteState } from '@/lib/notes/schema';
import { MaterialForm } from './material-form';
import { MaterialList } from './material-list';
import { NoteForm } from './note-form';

/** What the two sides write beside a booking: to prepare with, together, and the mentor's own. */
export function BookingNotes({
  booking,
  notes,
  written: [sharing, noting, adding],
  timeZone,
}: {
  booking: BookingDetail;
  notes: Notes;
  /** What posts without script left: of the shared note, the private one, a material. */
  written: readonly [NoteState, NoteState, MaterialState];
  timeZone: string;
}) {
  const t = useTranslations('notes');
  const words = useTranslations('bookingPage');
  const name = otherName(booking, words);
  const { materials, mayAddMaterial, shared, private: own } = notes;
  const common = { bookingId: booking.id, name, timeZone };
  return (
    <MessagesProvider namespaces={['notes', 'workspace']}>
      {(materials.length > 0 || mayAddMaterial) && (
        <Card as="section" id="material" aria-labelledby="material-title">
          <h2 id="material-title" className="text-xl">
            {t('materialTitle')}
          </h2>
          {mayAddMaterial && (
            <p className="text-muted mt-1 text-sm">
              {t(booking.isGroup ? 'materialForGroup' : 'materialFor', { name })}
            </p>
          )}
          <MaterialList bookingId={booking.id} materials={materials} mayRemove={mayAddMaterial} />
          {mayAddMaterial && <MaterialForm bookingId={booking.id} first={adding} />}
        </Card>
      )}
      {shared && <NoteForm {...common} key="shared" kind="shared" note={shared} first={sharing} />}
      {own && <NoteForm {...common} key="private" kind="private" note={own} first={noting} />}
    </MessagesProvider>
  );
}
