import { answerField } from '@/lib/orders/schema/answer-fields';
import type { OrderState } from '@/lib/orders/schema/order-form';

/** A code for each field that the browser finds wrong; null when none is. */
export function missingIn(form: HTMLFormElement): Record<string, string> | null {
  const errors: Record<string, string> = {};
  const data = new FormData(form);
  const sent = (field: string) => {
    const value = data.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  for (const control of form.elements) {
    if (!isField(control) || control.validity.valid) continue;
    errors[control.name] = control.validity.valueMissing ? 'required' : 'invalid_format';
  }
  // Not `required` in the markup: without JavaScript it would ask for it with every format.
  const asked = { phone: 'phone', in_person: 'place', video: null }[sent('format')];
  if (asked && sent(asked) === '') errors[asked] = 'required';
  return Object.keys(errors).length > 0 ? errors : null;
}

function isField(control: Element) {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}

/** What the server found wrong; a missing number or place it tells as a refusal of the whole. */
export function errorsOf(state: OrderState): Record<string, string> {
  if (state.status === 'invalid') return state.errors;
  if (state.status !== 'refused') return {};
  if (state.reason === 'answers_wrong') {
    const wrong = state.data.wrongAnswers;
    return Object.fromEntries(
      wrong.map(({ question, error }) => [answerField(question.id), error]),
    );
  }
  if (state.reason !== 'details_missing') return {};
  return state.values['format']?.at(-1) === 'phone' ? { phone: 'required' } : { place: 'required' };
}
