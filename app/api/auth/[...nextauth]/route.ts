import { handlers } from '@/lib/auth/config';

/** Where Google sends people back to. Nothing is posted here: our own actions sign in and out. */
export const { GET } = handlers;
