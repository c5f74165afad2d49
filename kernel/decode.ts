/**
 * What Windows-1252 has where Latin-1 has control characters, from 0x80 on.
 * @see https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Any bytes are Windows-1252. Node 20 reads it as Latin-1 (nodejs/node#56542), which lacks the apostrophe of French. */
export function decodeWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/**
 * The text of bytes that are in this encoding, by any of its names.
 * @returns null where they are not, or where no encoding has the name
 */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return decoder.encoding === 'windows-1252' ? decodeWindows(bytes) : decoder.decode(bytes);
  } catch {
    return null;
  }
}
