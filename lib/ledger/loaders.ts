import 'server-only';
import type { PersonalKind } from '@/domain/credits';
import { db } from '@/db/client';
import {
  getPersonalAccount,
  listStatementLines,
  type StatementRow,
} from '@/db/queries/ledger-statements';
import { getSpendableCredits } from '@/db/queries/ledger';
import { getPageTimeZone, getViewer, type Viewer } from '@/lib/auth/session';
import { linesPerPage, type Statement, type StatementLine } from './schema';

/** A download has every line there may be; beyond this, an accountant asks for more than a page. */
const mostLines = 20_000;

type Loaded =
  | { status: 'signed_out' }
  | { status: 'not_a_mentor' }
  | { status: 'found'; statement: Statement; timeZone: string; viewer: Viewer };

/**
 * A page of one of the viewer's own accounts, or all of it. Somebody who has not spent anything yet
 * has no account: they see the welcome that it will open with.
 */
export async function loadStatement({
  kind,
  page,
}: {
  kind: PersonalKind;
  page: number | 'all';
}): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (kind === 'earnings' && !viewer.isMentor) return { status: 'not_a_mentor' };
  const timeZone = await getPageTimeZone();
  const account = await getPersonalAccount(db, { userId: viewer.id, kind });
  if (!account) {
    const balance = kind === 'user' ? await getSpendableCredits(db, { userId: viewer.id }) : 0;
    return { status: 'found', statement: { balance, lines: [], total: 0 }, timeZone, viewer };
  }
  const rows = await listStatementLines(db, {
    accountId: account.id,
    limit: page === 'all' ? mostLines : linesPerPage,
    offset: page === 'all' ? 0 : (page - 1) * linesPerPage,
  });
  const lines = rows.map((row) => lineOf(row, kind));
  const statement = { balance: account.balance, lines, total: account.lines };
  return { status: 'found', statement, timeZone, viewer };
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
