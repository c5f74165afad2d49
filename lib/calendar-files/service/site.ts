import { env } from '@/kernel/env';

/** The public address of this site, without a slash at its end. */
export const siteUrl = env.APP_URL.replace(/\/+$/, '');
