'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { timeZoneCity } from '@/kernel/time/format';
import type { ZoneComboProps } from './zone-combo';

/**
 * A time zone, wherever one is chosen: looked for by city, country or offset, posted by its IANA name.
 * Without JavaScript, and until somebody can look for it, a line of text that the server reads
 * (`namedTimeZone`). Its texts come from the namespace `zonePicker`.
 */
export function ZonePicker({
  label,
  description,
  error,
  isShown = true,
  ...rest
}: ZoneComboProps & {
  /** False while it is folded away: nothing is loaded for it. */
  isShown?: boolean;
}) {
  const t = useTranslations('zonePicker');
  const locale = useLocale();
  const [Combo, setCombo] = useState<ComponentType<ZoneComboProps> | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { name, defaultValue, isRequired } = rest;
  const shown = defaultValue && timeZoneCity({ locale, timeZone: defaultValue });

  useEffect(() => {
    if (!isShown) return undefined;
    let isGone = false;
    import('./zone-combo').then(
      ({ ZoneCombo }) => isGone || setCombo(() => ZoneCombo),
      // The line of text does as well.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isShown]);

  const texts = {
    label,
    description: description ? (
      <>
        {description} {t('hint')}
      </>
    ) : (
      t('hint')
    ),
    error,
  };
  // Not under the fingers of somebody who has begun to write.
  if (Combo && !isBusy) return <Combo {...texts} {...rest} />;
  return (
    <TextField
      key={defaultValue}
      {...texts}
      name={name}
      defaultValue={shown}
      required={isRequired}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onFocus={() => setIsBusy(true)}
      onBlur={(event) => setIsBusy(event.target.value !== shown)}
    />
  );
}
