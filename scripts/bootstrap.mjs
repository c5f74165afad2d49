// What must run before anything is installed: Node built-ins only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Makes `node_modules` agree with `package-lock.json`, then lets this process load TypeScript.
 * Ends the process with a message that says what to do when that fails.
 */
export async function bootstrap() {
  process.chdir(root);
  requireNode(20, 19);
  const state = packagesState();
  if (state !== 'ready') install(state);
  const { register } = await import('tsx/esm/api');
  register();
}

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
  // `npm ci` would first delete everything: right for a fresh clone, slow for one changed package.
  // NODE_ENV=production would leave out the development packages that every command needs.
  const args = [missing ? 'ci' : 'install', '--no-audit', '--no-fund', '--include=dev'];
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
