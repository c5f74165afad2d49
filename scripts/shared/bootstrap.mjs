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
  const args = [
    'install',
    // The lock file decides; installing on another platform must not change it.
    '--no-save',
    '--no-audit',
    '--no-fund',
    // NODE_ENV=production would leave out the development packages that every command needs.
    '--include=dev',
    ...unlockedBinaries(process.platform, process.arch),
  ];
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

/**
 * Native packages of this platform that the lock file leaves out, as `name@version`. npm locks only
 * what its registry had for all platforms, and does not look for the rest again
 * (https://github.com/npm/cli/issues/4828). `npm ci` refuses such a lock file altogether.
 */
function unlockedBinaries(platform, arch) {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const forUs = new RegExp(`[-/]${platform}-${arch}(-gnu|-msvc)?$`);
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.entries(optionalDependencies),
  );
  return wanted
    .filter(([name]) => forUs.test(name) && !packages[`node_modules/${name}`])
    .map(([name, version]) => `${name}@${version}`);
}

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
