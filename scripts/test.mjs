import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('./run-tests.ts');
