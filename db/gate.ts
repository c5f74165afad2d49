import { Busy } from './errors';

interface Line {
  inside: number;
  waiting: (() => void)[];
}

/** Lets few at once through for each key, in the order that they came; the others wait, but not for ever. */
export class Gate {
  #lines = new Map<string, Line>();

  constructor(
    private readonly limits: { atOnce: number; mostWaiting: number; patienceMs: number },
  ) {}

  /** How many wait for this key. */
  waitingFor(key: string): number {
    return this.#lines.get(key)?.waiting.length ?? 0;
  }

  /** @throws Busy at once where too many wait for this key already, or when the wait was too long */
  async pass<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const line = this.#lines.get(key) ?? { inside: 0, waiting: [] };
    this.#lines.set(key, line);
    await this.#enter(line);
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.inside -= 1;
      if (line.inside === 0) this.#lines.delete(key);
    }
  }

  #enter(line: Line): Promise<void> {
    const { atOnce, mostWaiting, patienceMs } = this.limits;
    if (line.inside < atOnce) {
      line.inside += 1;
      return Promise.resolve();
    }
    if (line.waiting.length >= mostWaiting) return Promise.reject(new Busy('too many wait'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(enter), 1);
        reject(new Busy('the wait was too long'));
      }, patienceMs);
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      line.waiting.push(enter);
    });
  }
}
