import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { PLAYWRIGHT } from '../shared/run';

/** The browser tests can run in any recent Chromium; this names one by hand. */
const VARIABLE = 'BAOBAB_CHROMIUM';

/**
 * Path of a Chromium to test with: the one named in BAOBAB_CHROMIUM, Playwright's own download,
 * one installed on this machine, and failing all that one that is installed now.
 * @throws with a sentence that says what to do
 */
export function findBrowser(): string {
  const named = process.env[VARIABLE];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${VARIABLE} names ${named}, which does not exist.`);
  }
  const found = playwrightsOwn() ?? installedOnSystem();
  if (found !== null) return found;
  installBrowser();
  const installed = playwrightsOwn() ?? installedOnSystem();
  if (installed !== null) return installed;
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge, and none could be installed. ' +
      `Install one, or set ${VARIABLE} to the path of its program.`,
  );
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return runs(path) ? path : null;
}

function installedOnSystem(): string | null {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces()].find((path) => runs(path)) ?? null;
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const programs = [
      String.raw`Google\Chrome\Application\chrome.exe`,
      String.raw`Chromium\Application\chrome.exe`,
      String.raw`Microsoft\Edge\Application\msedge.exe`,
    ];
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = process.env[variable];
      return folder ? programs.map((program) => join(folder, program)) : [];
    });
  }
  return [];
}

/**
 * A file is not enough: Ubuntu has a `chromium-browser` that only asks for a snap, and a download
 * without its system libraries does not start.
 */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installBrowser(): void {
  console.log('No Chromium found; installing one for the browser tests …');
  const downloaded = spawnSync(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], {
    stdio: 'inherit',
  });
  if (downloaded.status === 0 && playwrightsOwn() !== null) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Trying the system packages instead …');
  const options = {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}
