import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { postedPath } from '@/lib/action-kit/schema';

/** An e-mail address in the one form in which it is stored and compared. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const signInRequest = z.object({ email: emailAddress, next: postedPath });

/** The token of a link, as it stands in the address: 256 bits in base64url. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

export const signInSpend = z.object({ token: linkToken, next: postedPath });

/** A person's name. */
export const fullName = oneLine(80).pipe(z.string().min(1));

export const personName = z.object({ name: fullName, next: postedPath });

/** Why a link from a mail does nothing any more. */
export type LinkRefusal = 'unknown' | 'expired' | 'used';

/** Why a sign-in link did not sign anybody in. */
export type SpendRefusal = LinkRefusal | 'blocked';
