/** What stands for the address of somebody who is forgotten: no mail can reach it (RFC 2606). */
export function aliasOf(userId: string): string {
  return `forgotten-${userId}@forgotten.invalid`;
}
