'use client';

import { useLocale } from 'next-intl';
import { useActionState, type ReactNode } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/action-kit/schema';

/** One thing to do with a notification, or with all of them: a form of one button. */
export function NotificationButton({
  action,
  notificationId,
  path,
  label,
  children,
}: {
  action: FormAction;
  /** Absent: all of them. */
  notificationId?: string;
  /** The page to come back to, without its language. */
  path: string;
  /** What the button does and to which one, where it shows a drawing. */
  label?: string;
  children: ReactNode;
}) {
  const [, post] = useActionState(action, { status: 'idle' });
  const locale = useLocale();
  return (
    <form action={post}>
      <FormOrigin locale={locale} path={path} />
      {notificationId !== undefined && (
        <input type="hidden" name="notificationId" value={notificationId} />
      )}
      <SubmitButton variant="ghost" size="sm" aria-label={label} title={label}>
        {children}
      </SubmitButton>
    </form>
  );
}
