import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { publicSlug } from '@/domain/organizations';
import type { PersonalKind } from '@/domain/credits';
import { db } from '@/db/client';
import { asViewer } from '@/db/viewer';
import { getWelcomeFor } from '@/db/queries/welcomes';
import {
  listPersonalAccounts,
  listStatementLines,
  type StatementRow,
} from '@/db/queries/ledger-statements';
import { getNetwork, getPageTimeZone, getViewer, type Viewer } from '@/lib/auth/session';
import { type Account, linesPerPage, type Statement, type StatementLine } from './schema';

/** A download has every line there may be; beyond this, an accountant asks for more than a page. */
const mostLines = 20_000;

type Loaded =
  | { status: 'signed_out' }
  | { status: 'not_a_mentor' }
  | {
      status: 'found';
      statement: Statement;
      /** All of this kind that the viewer has, the statement's among them. */
      accounts: Account[];
      timeZone: string;
      viewer: Viewer;
      /** The public organization's, that comes later as many of their network are new; else 0. */
      welcomeLater: number;
    };

/**
 * A page of one of the viewer's own accounts, or all of it. Somebody who has spent nothing with public
 * mentors yet has no account for them: they see the welcome that it will open with.
 * @param organization its slug; of one that keeps no account of the viewer, or null: the first account
 */
export async function loadStatement({
  kind,
  organization,
  page,
}: {
  kind: PersonalKind;
  organization: string | null;
  page: number | 'all';
}): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (kind === 'earnings' && !viewer.isMentor) return { status: 'not_a_mentor' };
  const timeZone = await getPageTimeZone();
  // Not as the viewer: whose mailbox has been welcomed is nobody's to read.
  const awaiting = kind === 'user' ? await loadWelcome(viewer) : { credits: 0, isLater: false };
  return asViewer(viewer, async (tx) => {
    const opened = await listPersonalAccounts(tx, { userId: viewer.id, kind });
    const unopened = {
      id: null,
      slug: publicSlug,
      name: '',
      balance: awaiting.isLater ? 0 : awaiting.credits,
      lines: 0,
    };
    const isMissing = !opened.some(({ slug }) => slug === publicSlug);
    const accounts =
      isMissing && (kind === 'user' || opened.length === 0) ? [unopened, ...opened] : opened;
    const account = accounts.find(({ slug }) => slug === organization) ?? accounts[0] ?? unopened;
    const rows = await (account.id === null
      ? []
      : listStatementLines(tx, {
          accountId: account.id,
          limit: page === 'all' ? mostLines : linesPerPage,
          offset: page === 'all' ? 0 : (page - 1) * linesPerPage,
        }));
    return {
      status: 'found',
      statement: {
        organization: account.slug,
        balance: account.balance,
        lines: rows.map((row) => lineOf(row, kind)),
        total: account.lines,
      },
      accounts: accounts.map(({ slug, name, balance }) => ({ organization: slug, name, balance })),
      timeZone,
      viewer,
      welcomeLater: isMissing && awaiting.isLater ? awaiting.credits : 0,
    };
  });
}

async function loadWelcome({ id: userId }: Viewer) {
  const now = Temporal.Now.instant();
  return getWelcomeFor(db, { userId, slug: publicSlug, network: await getNetwork(), now });
}

function lineOf(row: StatementRow, account: PersonalKind): StatementLine {
  const { number, amount, balanceAfter, reason, bookingId, reference, serviceTitle } = row;
  return {
    number,
    at: row.createdAt.epochMilliseconds,
    kind: kindOf(row, account),
    amount,
    balanceAfter,
    reason,
    booking:
      bookingId !== null && reference !== null && serviceTitle !== null
        ? {
            id: bookingId,
            reference,
            serviceTitle,
            otherName: account === 'user' ? row.mentorName : row.menteeName,
          }
        : null,
    paid:
      row.paidAmount !== null && row.paidCurrency !== null
        ? { amount: row.paidAmount, currency: row.paidCurrency }
        : null,
  };
}

function kindOf({ kind, status }: StatementRow, account: PersonalKind): StatementLine['kind'] {
  if (kind !== 'settlement') return kind;
  if (account === 'user') return 'refund';
  return status === 'completed' ? 'earned' : 'kept';
}
