'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { giveDraftAction } from '@/lib/grants/actions';
import { grantsPath } from '@/lib/grants/schema';
import { grantsHref } from './grants-href';
import { RefusedAlert } from './refused-alert';

export type GiveState = Awaited<ReturnType<typeof giveDraftAction>>;

/** The one button that gives what a file has ready, with what it comes to. */
export function GiveForm({
  grantId,
  organization,
  totalCredits,
  recipientCount,
  sameFileGivenAt,
  first,
}: {
  grantId: string;
  /** Its slug. */
  organization: string;
  totalCredits: number;
  recipientCount: number;
  /** What the page says of it. */
  sameFileGivenAt: string | null;
  /** What a post without script left. */
  first: GiveState;
}) {
  const t = useTranslations('grants');
  const locale = useLocale();
  const [state, post] = useActionState(giveDraftAction, first);
  return (
    <form action={post} className="flex flex-col gap-4">
      <FormOrigin locale={locale} path={`${grantsPath}/${grantId}`} />
      <input type="hidden" name="grantId" value={grantId} />
      <input type="hidden" name="sameFileGivenAt" value={sameFileGivenAt ?? ''} />
      <RefusedAlert state={state} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>
          {t('giveAll', { credits: totalCredits, people: recipientCount })}
        </SubmitButton>
        <ButtonLink href={grantsHref({ organization })} variant="ghost">
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
