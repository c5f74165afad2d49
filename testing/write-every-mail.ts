/** Writes a mail of every kind, in both languages. A program of its own: how Node is started says as what. */
import { requests, write } from './mailed-bookings';

for (const [, request] of requests) {
  await write(request, 'en');
  await write(request, 'fr');
}
