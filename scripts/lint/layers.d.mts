export function domainOf(path: string): string;
export function isCore(path: string): boolean;
