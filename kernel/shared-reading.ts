/** Those who want to read the same at once share one reading: a crowd costs what one of them does. */
export class SharedReading<Value> {
  #underWay = new Map<string, Promise<Value>>();

  /** @param key of all that `read` depends on */
  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    const reading = read().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reading);
    return reading;
  }
}
