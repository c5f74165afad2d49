'use client';

import { useLocale } from 'next-intl';
import { useActionState, type ReactNode } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { openNotificationAction } from '@/lib/notifications/actions';

/**
 * What a notification says, as the button that opens it. A form and no link: opening marks it as
 * read, and a link may be followed by nobody (prefetching).
 */
export function OpenNotification({
  notificationId,
  path,
  children,
}: {
  notificationId: string;
  path: string;
  children: ReactNode;
}) {
  const [, post, isPending] = useActionState(openNotificationAction, { status: 'idle' });
  const locale = useLocale();
  return (
    <form action={post} className="min-w-0 flex-1">
      <FormOrigin locale={locale} path={path} />
      <input type="hidden" name="notificationId" value={notificationId} />
      <button
        type="submit"
        aria-disabled={isPending || undefined}
        className="reacts hover:bg-sunken -m-2 block w-full cursor-pointer rounded-md p-2 text-left"
      >
        {children}
      </button>
    </form>
  );
}
