'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useRefusal } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { useWorkspaceWords } from '@/components/mentor-workspace/workspace-refused';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, ChevronUpIcon } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import type { moveServiceAction } from '@/lib/services/actions/edit-services';
import type { ServiceState } from '@/lib/services/schema';

/** A place up or down, in a list where drawing and dragging are not needed. */
export function MoveButtons({
  action,
  first = { status: 'idle' },
  path,
  ids,
  title,
  place,
  count,
}: {
  /** Takes a `direction` beside the ids. */
  action: typeof moveServiceAction;
  /** What a post without script left. */
  first?: ServiceState;
  /** The page that the list is on. */
  path: string;
  /** What is moved, as fields of the form. */
  ids: Record<string, string>;
  title: string;
  /** 0 upwards. */
  place: number;
  count: number;
}) {
  const t = useTranslations('mentorServices');
  const form = useActionForm(action, { first });
  const refusal = useRefusal(form.state, useWorkspaceWords());
  const row = useRef<HTMLDivElement>(null);
  const pressed = useRef<'up' | 'down' | null>(null);
  const lastPlace = useRef(place);

  // The browser drops the focus when the row moves in the page: it goes back to the button.
  useEffect(() => {
    if (lastPlace.current === place) return;
    lastPlace.current = place;
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
    const wanted = buttons.find(({ value }) => value === pressed.current);
    pressed.current = null;
    if (wanted) (wanted.disabled ? buttons.find(({ disabled }) => !disabled) : wanted)?.focus();
  }, [place]);

  return (
    <ActionForm form={form} path={path} fields={ids}>
      <div ref={row} className="flex">
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
      </div>
      <LiveRegion isVisible={false}>{refusal}</LiveRegion>
    </ActionForm>
  );
}
