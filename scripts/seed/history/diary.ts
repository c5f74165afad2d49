interface Span {
  start: number;
  end: number;
}

/**
 * Who is where and when in the demo, whatever became of it. The history books only what is clear in
 * it, so that no booking depends on which mentor's day happened to be written first. Instants are
 * epoch milliseconds.
 */
export class Diary {
  readonly #spans = new Map<string, Span[]>();

  isClear(person: string, span: Span): boolean {
    const spans = this.#spans.get(person) ?? [];
    return spans.every((other) => other.end <= span.start || other.start >= span.end);
  }

  add(person: string, span: Span): void {
    const spans = this.#spans.get(person);
    if (spans) spans.push(span);
    else this.#spans.set(person, [span]);
  }
}
