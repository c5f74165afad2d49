/**
 * The body of a request, or null where it is longer than `mostBytes`: of that no more is read than it
 * takes to know, whatever length its header names, or none. Every route reads by this alone
 * (app/api/bodies.test.ts), after it has refused all that it can refuse unread.
 */
export async function readBody(
  request: Request,
  mostBytes: number,
): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    // Leaving the loop lets go of the rest.
    if (length > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
