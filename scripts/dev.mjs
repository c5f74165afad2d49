import { bootstrap } from './bootstrap.mjs';

// npm passes Ctrl-C on but not every other signal, and then leaves us behind.
if (process.env.npm_lifecycle_event) await import('./end-with-parent.mjs');
await bootstrap();
await import('./start-dev.ts');
