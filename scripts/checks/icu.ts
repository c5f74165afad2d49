import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** The parts of a message; null when it does not parse. */
export function elementsOf(text: string): MessageFormatElement[] | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Calls `look` with every list of parts that are shown one after the other: the message itself, and each option of it. */
export function visitRuns(
  elements: MessageFormatElement[],
  look: (run: MessageFormatElement[]) => void,
): void {
  look(elements);
  for (const element of elements) {
    if (element.type === TYPE.tag) visitRuns(element.children, look);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) visitRuns(option.value, look);
    }
  }
}

export function visit(
  elements: MessageFormatElement[],
  look: (element: MessageFormatElement) => void,
): void {
  visitRuns(elements, (run) => run.forEach(look));
}
