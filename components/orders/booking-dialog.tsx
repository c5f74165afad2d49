'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { stepsAddress } from '@/components/slots/booking-address';
import { loadBookingSteps } from './load-booking-steps';
import type { OrderPanelData } from './order-data';
import { newRequestId } from '@/components/forms/request-id';

const BookingSteps = dynamic(loadBookingSteps, {
  ssr: false,
  loading: () => <Skeleton className="h-96 w-full rounded-md" />,
});

/** The steps after a time was chosen, over the mentor page. It stays until it is closed. */
export function BookingDialog({
  isOpen,
  onClose,
  isBooked,
  onBooked,
  slot,
  data,
  timeZone,
}: {
  isOpen: boolean;
  onClose: () => void;
  isBooked: boolean;
  onBooked: () => void;
  slot: number;
  data: OrderPanelData;
  timeZone: string;
}) {
  const t = useTranslations('booking');
  // One id a form: opening it anew after a booking is another form, sending it twice is not.
  const [requestId] = useState(newRequestId);

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
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
        settledFormat={data.weeks.settled.find(({ start }) => start === slot)?.format ?? null}
        keepsMails={data.keepsMails}
        onChangeTime={onClose}
        onBooked={onBooked}
        onDone={onClose}
      />
    </Dialog>
  );
}
