'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
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
  const form = useActionForm(openNotificationAction);
  return (
    <ActionForm form={form} path={path} fields={{ notificationId }} className="min-w-0 flex-1">
      <button
        type="submit"
        aria-disabled={form.isPending || undefined}
        className="reacts hover:bg-sunken -m-2 block w-full cursor-pointer rounded-md p-2 text-left"
      >
        {children}
      </button>
    </ActionForm>
  );
}
