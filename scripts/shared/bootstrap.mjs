// bootstrap.mjs SCRIPT: installs what is missing, then runs a TypeScript file. It runs before anything is
// installed: Node built-ins only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

process.chdir(root);
// npm passes Ctrl-C on but not every other signal, and then leaves a server behind.
if (process.env.npm_lifecycle_event === 'dev') await import('./end-with-parent.mjs');
requireNode(20, 19);
const found = packagesState();
if (found !== 'ready') install(found);
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(resolve(process.argv[2])));

function requireNode(major, minor) {
  const [have = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (have > major || (have === major && haveMinor >= minor)) return;
  stop(
    `Baobab needs Node ${major}.${minor} or newer; this is ${process.version}. See https://nodejs.org`,
  );
}

/**
 * npm writes what it installed to `node_modules/.package-lock.json`. Contents are compared, not
 * dates, since a checkout gives every file a new date.
 */
function packagesState() {
  if (!existsSync('node_modules/.package-lock.json')) return 'missing';
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  const outdated = Object.entries(wanted).some(([path, { version, optional, devOptional }]) => {
    if (path === '') return false;
    // Optional packages are left out where they do not fit the platform.
    if (!installed[path]) return !optional && !devOptional;
    return installed[path].version !== version;
  });
  return outdated ? 'outdated' : 'ready';
}

function install(state) {
  const missing = state === 'missing';
  console.log(missing ? 'Installing packages (once, about a minute) …' : 'Updating packages …');
  // `ci` installs what the lock file says, so that everybody has the same packages. NODE_ENV=production would
  // leave out the development packages that every command needs.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    stop(
      "The packages could not be installed (npm's reason is above). Check the network, then run the same command again.",
    );
  }
}

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
