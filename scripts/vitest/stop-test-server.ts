// Stops the embedded server of the tests, unless another test run uses it.
import { joinServer } from '../database/server';

const server = await joinServer({ name: 'test' });
await server.release();
