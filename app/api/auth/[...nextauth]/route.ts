import { handlers } from '@/lib/auth/config';

/** Where Google sends people back to. */
export const { GET, POST } = handlers;
