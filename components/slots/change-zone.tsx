'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZonePicker } from '@/components/forms/zone-picker';
import { SubmitButton } from '@/components/ui/submit-button';
import { chooseTimeZoneAction } from '@/lib/settings/actions';

/** "Change": another zone to read times in. */
export function ChangeZone({ timeZone, from }: { timeZone: string; from: string }) {
  const t = useTranslations('booking');
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const form = useActionForm(chooseTimeZoneAction, {
    onDone: () => {
      if (!details.current) return;
      details.current.open = false;
      details.current.querySelector('summary')?.focus();
    },
  });

  return (
    <details
      ref={details}
      className="group open:basis-full"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="text-ink inline-flex min-h-11 cursor-pointer list-none items-center rounded-sm underline underline-offset-4">
        {t('changeZone')}
      </summary>
      <ActionForm form={form} path={from} className="flex flex-wrap items-end gap-2 pb-2">
        <div className="min-w-0 flex-1 basis-52">
          <ZonePicker
            label={t('zoneLabel')}
            name="timeZone"
            defaultValue={timeZone}
            error={form.state.status === 'invalid' && t('unknownZone')}
            isShown={isOpen}
          />
        </div>
        <SubmitButton variant="secondary">{t('showThere')}</SubmitButton>
      </ActionForm>
    </details>
  );
}
