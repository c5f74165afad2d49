import { expect, it } from 'vitest';
import { checkHealth } from './service';

it('finds the database up', async () => {
  expect(await checkHealth()).toMatchObject({ database: 'up' });
});
