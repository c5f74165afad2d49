import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ReminderKind } from '@/domain/reminders';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

/**
 * The page of a link that turns a reminder off: it names the reminder and nobody, since a mail may be
 * forwarded. `kind` is null for a link that is none.
 */
export function ReminderOff({
  kind,
  isDone,
  children,
}: {
  kind: ReminderKind | null;
  isDone: boolean;
  /** The form with the button. */
  children: ReactNode;
}) {
  const t = useTranslations('reminderOff');
  const names = useTranslations('settings.kinds');
  const settings = (
    <ButtonLink href="/settings" variant="secondary" prefetch={false}>
      {t('settings')}
    </ButtonLink>
  );
  const state = kind === null ? 'unknown' : isDone ? 'done' : 'ask';
  return (
    <div className="page-width max-w-prose py-12">
      <EmptyState
        headingLevel="h1"
        title={t(`${state}Title`)}
        actions={
          <>
            {state === 'ask' && children}
            {settings}
          </>
        }
      >
        {kind === null ? t('unknownText') : t(`${state}Text`, { kind: names(kind) })}
      </EmptyState>
    </div>
  );
}
