/** What is written around each field of a posted form: its border and its name. */
const aroundField = 200;

/** How many bytes a form makes when it is posted, or a few more. */
export function formBytes(form: FormData): number {
  let bytes = 0;
  for (const [name, value] of form) {
    const own = typeof value === 'string' ? new Blob([value]).size : value.size;
    bytes += aroundField + name.length + own;
  }
  return bytes;
}
