'use client';

import { useLocale } from 'next-intl';
import {
  useEffect,
  useRef,
  useTransition,
  type ChangeEvent,
  type FormEvent,
  type ReactNode,
} from 'react';
import { useRouter } from '@/i18n/router';
import { localizedPath } from '@/i18n/routing';

/**
 * The form of the mentor list. Without JavaScript it is a plain GET form; with it, a filter works as
 * soon as it is chosen, and the field that was used keeps its focus.
 */
export function SearchForm({
  path,
  query,
  children,
}: {
  /** The list's, without its language. */
  path: string;
  /** The query of the address, which the fields show. */
  query: string;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();

  // A chip or the back button changes the address without touching the fields.
  useEffect(() => {
    if (form.current) fillIn(form.current, new URLSearchParams(query));
  }, [query]);

  function show() {
    if (!form.current) return;
    const next = filledQuery(form.current);
    if (next === query) return;
    startTransition(() => router.push(next === '' ? path : `${path}?${next}`, { scroll: false }));
  }

  function onChange(event: ChangeEvent<HTMLFormElement>) {
    const field: unknown = event.target;
    if (!(field instanceof HTMLInputElement) || !form.current) return;
    // Words and dates are typed letter by letter: they wait for the button.
    if (field.type !== 'radio' && field.type !== 'checkbox') return;
    if (field.name === 'free') clearDate(form.current);
    show();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    for (const menu of form.current?.querySelectorAll('details[open]') ?? []) {
      menu.removeAttribute('open');
    }
    form.current?.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover();
    show();
  }

  return (
    <search>
      <form
        ref={form}
        action={localizedPath(path, locale)}
        aria-busy={isPending}
        onChange={onChange}
        onSubmit={onSubmit}
      >
        {children}
      </form>
    </search>
  );
}

/** What the form asks for, as the list writes its own addresses: nothing empty, nothing usual. */
function filledQuery(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (name === 'sort' && value === 'match') continue;
    if (name === 'skill') query.append(name, value);
    // A day that was typed comes after the radios of the same name, and counts.
    else query.set(name, value.trim());
  }
  return query.toString();
}

function fillIn(form: HTMLFormElement, query: URLSearchParams): void {
  for (const field of form.querySelectorAll('input')) {
    const values = query.getAll(field.name);
    if (field.type === 'radio' || field.type === 'checkbox') {
      const usual = field.name === 'sort' ? 'match' : '';
      field.checked = values.length === 0 ? field.value === usual : values.includes(field.value);
    } else if (field.type === 'date') {
      field.value = values.find((value) => /^\d/.test(value)) ?? '';
    } else if (field.type !== 'hidden' && field !== document.activeElement) {
      field.value = values[0] ?? '';
    }
  }
}

function clearDate(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=date]')) field.value = '';
}
