'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { useWorkspaceWords } from '@/components/mentor-workspace/use-workspace-words';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, ChevronUpIcon } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { moveServiceAction } from '@/lib/services/actions/edit-services';

/** A place up or down, in a list where drawing and dragging are not needed. */
export function MoveButtons({
  serviceId,
  title,
  place,
  count,
}: {
  serviceId: string;
  title: string;
  /** 0 upwards. */
  place: number;
  count: number;
}) {
  const t = useTranslations('mentorServices');
  const { refusal } = useWorkspaceWords();
  const locale = useLocale();
  const [state, send] = useActionState(moveServiceAction, { status: 'idle' });
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef<'up' | 'down' | null>(null);
  const lastPlace = useRef(place);

  // The browser drops the focus when the row moves in the page: it goes back to the button.
  useEffect(() => {
    if (lastPlace.current === place) return;
    lastPlace.current = place;
    const buttons = [...(form.current?.querySelectorAll('button') ?? [])];
    const wanted = buttons.find(({ value }) => value === pressed.current);
    pressed.current = null;
    if (wanted) (wanted.disabled ? buttons.find(({ disabled }) => !disabled) : wanted)?.focus();
  }, [place]);

  return (
    <form ref={form} action={send} className="flex">
      <FormOrigin locale={locale} path="/mentor/services" />
      <input type="hidden" name="serviceId" value={serviceId} />
      {(['up', 'down'] as const).map((direction) => (
        <Button
          key={direction}
          type="submit"
          name="direction"
          value={direction}
          variant="ghost"
          size="sm"
          aria-label={t(direction, { title })}
          disabled={direction === 'up' ? place === 0 : place === count - 1}
          onClick={() => (pressed.current = direction)}
        >
          {direction === 'up' ? <ChevronUpIcon /> : <ChevronDownIcon />}
        </Button>
      ))}
      <LiveRegion isVisible={false}>{state.status === 'refused' && refusal(state)}</LiveRegion>
    </form>
  );
}
