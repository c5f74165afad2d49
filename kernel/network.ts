import { createHmac } from 'node:crypto';
import { env } from './env';

/** By what a network is known again for a while, without its address being kept. */
export function networkHash(network: string): string {
  const [secret] = env.authSecrets;
  return createHmac('sha256', secret).update(`network ${network}`).digest('hex');
}
