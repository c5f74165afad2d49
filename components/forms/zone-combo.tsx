'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox, Input } from 'react-aria-components/ComboBox';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { AriaProvider } from '@/components/ui/aria-provider';
import { controlClass, Field, fieldAria, type FieldTexts } from '@/components/ui/field';
import { ChevronDownIcon } from '@/components/ui/icons';
import { findZones, type ListedZone, zoneMeant } from '@/kernel/time/find-zone';
import { timeZoneCity } from '@/kernel/time/format';
import { isTimeZone } from '@/kernel/time/zone-names';

export interface ZoneComboProps extends FieldTexts {
  label: string;
  name?: string;
  /** A zone's name, or what was sent in vain; empty: none. */
  defaultValue: string;
  isRequired?: boolean;
  /** The zone that was picked; when the field is left, also what is none, and empty where it was cleared. */
  onPick?: (zone: string) => void;
}

/** More than anybody scrolls through. */
const mostOffered = 100;

/** The box of `ZonePicker`, which loads it. The zones come from the server when somebody gets to it. */
export function ZoneCombo({ name, defaultValue, isRequired, onPick, ...texts }: ZoneComboProps) {
  const t = useTranslations('zonePicker');
  const locale = useLocale();
  const id = useId();
  const cityOf = (timeZone: string) => timeZoneCity({ locale, timeZone });
  const [zones, setZones] = useState<readonly ListedZone[]>([]);
  const [zone, setZone] = useState(() => (isTimeZone(defaultValue) ? defaultValue : null));
  const [typed, setTyped] = useState(() => defaultValue && cityOf(defaultValue));
  const [given, setGiven] = useState(defaultValue);
  if (given !== defaultValue) {
    setGiven(defaultValue);
    // Else it comes back from `onPick`.
    if (defaultValue !== (zone ?? typed.trim())) {
      setZone(isTimeZone(defaultValue) ? defaultValue : null);
      setTyped(defaultValue && cityOf(defaultValue));
    }
  }
  const [isSearch, setIsSearch] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const offered = findZones(zones, isSearch ? typed : '').slice(0, mostOffered);

  /** Without them the server still reads what is written. */
  function load() {
    if (zones.length > 0) return;
    fetch(`/api/zones?locale=${locale}`)
      .then((response) => (response.ok ? response.json() : []))
      .then((listed: ListedZone[]) => setZones(listed))
      .catch(() => undefined);
  }

  function pick(next: string) {
    setZone(next);
    setTyped(cityOf(next));
    setIsSearch(false);
    if (next !== zone) onPick?.(next);
  }

  /** What is plainly one zone need not be picked from the list. */
  function settle() {
    if (zone !== null) return;
    const meant = zoneMeant(zones, typed);
    if (meant !== null) pick(meant);
    else onPick?.(typed.trim());
  }

  return (
    <AriaProvider>
      <Field {...texts} id={id} isRequired={isRequired}>
        {name !== undefined && <input type="hidden" name={name} value={zone ?? typed} />}
        <ComboBox
          aria-labelledby={`${id}-label`}
          inputValue={typed}
          onInputChange={(text) => {
            if (text === typed) return;
            setTyped(text);
            setZone(null);
            setIsSearch(true);
          }}
          items={offered.map((entry) => ({ ...entry, id: entry.zone }))}
          selectedKey={zone}
          onSelectionChange={(key) => {
            if (typeof key === 'string') pick(key);
          }}
          onOpenChange={(opened, trigger) => {
            setIsOpen(opened);
            if (opened && trigger === 'manual') setIsSearch(false);
          }}
          allowsCustomValue
          allowsEmptyCollection
          menuTrigger="input"
        >
          <div className="relative">
            <Input
              {...fieldAria(id, texts)}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              required={isRequired}
              onFocus={(event) => {
                load();
                event.target.select();
              }}
              onBlur={settle}
              onKeyDown={(event) => {
                // It picks what is on, and does not send the form with what was typed so far.
                if (event.key === 'Enter' && isOpen) event.preventDefault();
              }}
              className={`${controlClass} pr-12`}
            />
            <Button
              onPressStart={load}
              className="text-muted absolute inset-y-0 right-0 grid w-12 cursor-pointer place-items-center rounded-md"
            >
              <ChevronDownIcon className="size-5" />
            </Button>
          </div>
          <Popover
            maxHeight={360}
            className="bg-surface shadow-pop w-(--trigger-width) overflow-y-auto rounded-lg border p-1"
          >
            <ListBox<ListedZone & { id: string }>
              aria-labelledby={`${id}-label`}
              renderEmptyState={() => (
                <p className="text-muted px-3 py-2.5 text-sm">
                  {t(zones.length === 0 ? 'loading' : 'none')}
                </p>
              )}
            >
              {({ city, country, offset }) => (
                <ListBoxItem
                  textValue={city}
                  className="data-focused:bg-green data-focused:text-on-green data-selected:font-semibold flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-md px-3 py-1.5 outline-none forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText]"
                >
                  <span className="min-w-0 wrap-anywhere">
                    {city}
                    {country && country !== city && (
                      <span className="block text-sm opacity-80">{country}</span>
                    )}
                  </span>
                  <span className="shrink-0 text-sm whitespace-nowrap tabular-nums">{offset}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      </Field>
    </AriaProvider>
  );
}
