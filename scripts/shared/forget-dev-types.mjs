// The development server leaves types of the routes it served. Of a page that has gone since, or of a
// server that was stopped half-way, they are wrong, and both tsc and `next build` would read them.
import { rmSync } from 'node:fs';

rmSync('.next/dev/types', { recursive: true, force: true });
