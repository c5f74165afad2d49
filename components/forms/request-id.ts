/** A UUID, version 4. `crypto.randomUUID` exists only on https and localhost. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return [0, 8, 12, 16, 20]
    .map((start, part) => hex.slice(start, [8, 12, 16, 20, 32][part]))
    .join('-');
}
