// Recomputes every balance of the ledger from its entries and compares: npm run ledger:check
import { db, pool } from '@/db/client';
import { listLedgerFaults } from '@/db/queries/ledger';
import { workingAs } from '@/db/work';

const faults = await workingAs('cron', () => listLedgerFaults(db));
await pool.end();
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error('The ledger does not add up.');
  process.exitCode = 1;
} else {
  console.log('The ledger adds up.');
}
