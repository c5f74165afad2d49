import { z } from 'zod';
import { unsentStates, type DeliveryKind } from '@/domain/mails';

/** Mails on one page of the list. */
export const mailsPerPage = 20;
/** Mails that a list counts to: who has more has another trouble than finding one of them. */
export const mostMails = 1000;
/** How long a mail that has not left is shown. */
export const shownDays = 90;

/** What the address of the list asks for; what makes no sense in it is left out. */
export const unsentMailsView = z.object({
  state: z.enum(unsentStates).catch('failed'),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostMails / mailsPerPage)
    .catch(1),
});
export type UnsentMailsView = z.output<typeof unsentMailsView>;

/** A mail in the list. Instants are epoch milliseconds. */
export interface UnsentMail {
  id: string;
  kind: DeliveryKind;
  recipientEmail: string;
  recipientName: string | null;
  /** Null for a mail that is about no booking. */
  booking: { id: string; reference: string } | null;
  attempts: number;
  /** What the other side said, or why it was kept in: for whoever looks into it, not in words of ours. */
  lastError: string | null;
  createdAt: number;
  nextAttemptAt: number;
  /** Null when it can be sent again. */
  whyNotAgain: WhyNotAgain | null;
}

/**
 * Why a failed mail is not sent again: `link`, its link would be minted for somebody who no longer
 * waits for it; `too_old`, what it says is old news.
 */
export type WhyNotAgain = 'link' | 'too_old';

export const retryMailForm = z.object({ organizationId: z.uuid(), deliveryId: z.uuid() });
/** For all of the organization's that failed. */
export const retryAllForm = z.object({ organizationId: z.uuid() });
