import { inject } from 'vitest';
import { cloneDatabase } from '../database/test-database';

// One database per worker, copied anew for each test file: no file sees another's rows. It must
// happen before a test imports `db/client`, which reads the variable when it is loaded.
const worker = process.env.VITEST_POOL_ID ?? '1';
process.env.DATABASE_URL = await cloneDatabase(inject('templateUrl'), `worker_${worker}`);
