'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { useRouter } from '@/i18n/navigation';
import { stepsAddress } from '@/components/slots/booking-address';
import { focusOnArrival } from '@/components/slots/focus-on-arrival';
import { loadBookingSteps } from './load-booking-steps';
import type { OrderPanelData } from './order-data';
import { newRequestId } from './request-id';

const BookingSteps = dynamic(loadBookingSteps, {
  ssr: false,
  loading: () => <Skeleton className="h-96 w-full rounded-md" />,
});

/** A little over the dialog's own 200 ms. */
const fadeMs = 300;

/** The steps after a time was chosen, over the mentor page. It stays until it is closed. */
export function BookingDialog({
  isOpen,
  onClose,
  slot,
  data,
  timeZone,
}: {
  isOpen: boolean;
  /** `isBooked`: the slots behind the dialog are no longer what they were. */
  onClose: (isBooked: boolean) => void;
  slot: number;
  data: OrderPanelData;
  timeZone: string;
}) {
  const t = useTranslations('booking');
  const router = useRouter();
  const [isBooked, setIsBooked] = useState(false);
  // One id a form: opening it anew is another form, sending it twice is not.
  const [requestId, setRequestId] = useState(newRequestId);

  function close() {
    onClose(isBooked);
    if (!isBooked) return;
    setIsBooked(false);
    setRequestId(newRequestId());
    // The times behind the dialog have changed. Only once it has faded: until then it holds the focus.
    focusOnArrival('[data-day][tabindex="0"]');
    setTimeout(() => router.refresh(), fadeMs);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      title={isBooked ? t('doneTitle') : t('dialogTitle', { name: data.variant.mentorName })}
      isDismissable={false}
    >
      <BookingSteps
        order={{
          variant: data.variant,
          viewer: data.viewer,
          timeZone,
          viewerTimeZone: data.viewerTimeZone,
          now: data.now,
          requestId,
          from: stepsAddress(data.variant, slot),
        }}
        balance={data.balance}
        slot={slot}
        settledFormat={data.month.settled.find(({ start }) => start === slot)?.format ?? null}
        keepsMails={data.keepsMails}
        onChangeTime={close}
        onBooked={() => setIsBooked(true)}
        onDone={close}
      />
    </Dialog>
  );
}
