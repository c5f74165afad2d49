'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from './button';
import { LiveRegion } from './live-region';
import { TextField } from './text-field';
import { useIsInteractive } from './use-is-interactive';

/** An address to take along: a field to select from, and with JavaScript a button that copies it. */
export function CopyLink({ url, label }: { url: string; label: string }) {
  const t = useTranslations('common');
  const isInteractive = useIsInteractive();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setOutcome('copied');
    } catch {
      // The browser does not let us: select it, so that it is one key away.
      field.current?.select();
      setOutcome('selected');
    }
  };
  return (
    <div>
      <div className="flex flex-col gap-3 sm:flex-row sm:items-end">
        <div className="min-w-0 flex-1">
          <TextField
            ref={field}
            label={label}
            readOnly
            value={url}
            className="font-mono text-sm"
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        {isInteractive && (
          <Button variant="secondary" onClick={() => void copy()}>
            {t('copy')}
          </Button>
        )}
      </div>
      <LiveRegion isVisible>
        {outcome && <span className="text-muted mt-1.5 block text-sm">{t(outcome)}</span>}
      </LiveRegion>
    </div>
  );
}
