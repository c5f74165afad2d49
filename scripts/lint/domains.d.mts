export const MAY_READ: Record<string, readonly string[]>;
