'use client';

import { useLocale } from 'next-intl';
import {
  startTransition,
  useEffect,
  useRef,
  type ComponentProps,
  type ReactNode,
  type RefObject,
  type SubmitEvent,
} from 'react';
import { localizedPath } from '@/i18n/routing';
import type { ActionState } from '@/lib/action-kit/schema';
import type { ActionFormProps } from './use-action-form';

/**
 * A form whose action is run by `useActionForm`. It posts what every action reads beside its fields:
 * the language, and the page that it stands on. A plain form before scripts run; with them its fields
 * keep what was typed when the action refuses (React empties those of a form that it posts itself), and
 * what is wrong takes the focus. Its button is a `SubmitButton`.
 */
export function ActionForm<State extends ActionState<unknown, string, unknown>>({
  form: { state, isPending, send },
  path,
  fields = {},
  found = null,
  ref: outer,
  onSubmit,
  onSent,
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'form' | 'action' | 'noValidate' | 'ref' | 'onSubmit'> & {
  form: ActionFormProps<State>;
  /** The page that it stands on, without its language; else the action goes by the referer. */
  path?: string;
  /** Posted with it, and not for the user to change. */
  fields?: Record<string, string | number>;
  /** What the browser found wrong before anything was sent; a new object each time. */
  found?: object | null;
  ref?: RefObject<HTMLFormElement | null>;
  /** Before it is sent; `preventDefault` keeps it from being sent. */
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
  onSent?: () => void;
  children: ReactNode;
}) {
  const locale = useLocale();
  const own = useRef<HTMLFormElement>(null);
  const ref = outer ?? own;
  const isWrong = state.status !== 'idle' && state.status !== 'ok';
  const wrong = found ?? (isWrong ? state : null);
  useEffect(() => {
    if (wrong !== null && ref.current) focusOnWrong(ref.current);
  }, [ref, wrong]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    onSubmit?.(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    const posted = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (isPending) return;
    onSent?.();
    startTransition(() => send(posted));
  }

  return (
    // Our words in place of the browser's bubbles, with scripts and without: the server looks at all of it.
    <form {...rest} ref={ref} action={send} onSubmit={submit} noValidate>
      <input type="hidden" name="locale" value={locale} />
      {path !== undefined && (
        <input type="hidden" name="from" value={localizedPath(path, locale)} />
      )}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} data-given="" />
      ))}
      {children}
    </form>
  );
}

function focusOnWrong(form: HTMLFormElement) {
  // Radios cannot be invalid by themselves: their group is marked instead.
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input');
  (field ?? form.querySelector<HTMLElement>('[data-refusal]'))?.focus();
}
