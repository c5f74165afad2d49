import { Temporal } from 'temporal-polyfill';

type Task = (now: Temporal.Instant) => Promise<void>;

/**
 * What happens in the demo, as one queue in order of time: each task runs with its own time as `now`,
 * and may add others that come later. Instants are epoch milliseconds.
 */
export class Timeline {
  readonly #entries: { at: number; task: Task }[] = [];

  add(at: number, task: Task): void {
    // Those of one moment keep the order in which they came.
    const later = this.#entries.findIndex((other) => other.at > at);
    this.#entries.splice(later === -1 ? this.#entries.length : later, 0, { at, task });
  }

  /** Runs what comes until `now`; what would come later never happens. */
  async runUntil(now: number): Promise<void> {
    for (;;) {
      const next = this.#entries.shift();
      if (!next || next.at > now) return;
      await next.task(Temporal.Instant.fromEpochMilliseconds(next.at));
    }
  }
}
