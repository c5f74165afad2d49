// An oxlint plugin with the one rule that no ready-made rule can express: the layers.
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAY_READ } from './domains.mjs';
import {
  BROWSER_KINDS,
  BROWSER_MAY_IMPORT,
  domainOf,
  isBelow,
  isCore,
  isWellNamed,
  kindOf,
  MAY_IMPORT,
  NEVER_PACKAGES,
  READS_AS_OWNER,
  SERVER_KERNEL,
  SIGN_IN_FOLDER,
  SIGN_IN_PACKAGES,
  TEMPORAL_ALLOWED,
} from './layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const layers = {
  create(context) {
    const path = relative(root, context.filename).replaceAll('\\', '/');
    const kind = kindOf(path);
    if (kind === null || kind === 'test') return {};
    let inBrowser = false;
    const check = (node, source) => {
      const isType = node.importKind === 'type';
      if (typeof source?.value !== 'string') return;
      const message = problemOf({ path, kind, inBrowser, isType, imported: source.value });
      if (message !== null) context.report({ node: source, message });
    };
    return {
      Program(node) {
        inBrowser = node.body.some(({ directive }) => directive === 'use client');
        if (!isWellNamed(path)) {
          context.report({
            node,
            message: `lib has domains, and a domain's folder holds schema, constants, rules, service, gateway, loaders and actions; another name needs a decision page (${path}).`,
          });
        }
      },
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
    };
  },
};

function problemOf({ path, kind, inBrowser, isType, imported }) {
  const target = targetOf(path, imported);
  if (target === null) return packageProblem({ path, kind, inBrowser, name: imported });
  const targetKind = kindOf(target);
  if (targetKind === null) return null;
  if (targetKind === 'tool' && kind !== 'tool') return `Nothing imports scripts, e2e or bench.`;
  const mayImport = MAY_IMPORT[kind];
  if (mayImport !== undefined && !mayImport.includes(targetKind)) {
    return `A ${kind} file does not import ${targetKind} (docs/architecture.md).`;
  }
  if (kind === 'loaders' && target === 'db/client.ts' && !isType && !(path in READS_AS_OWNER)) {
    return 'A loader reads as who looks, by asViewer of db/viewer (READS_AS_OWNER in scripts/lint/layers.mjs).';
  }
  if (!isBelow(path, target)) {
    return 'Folders of components have one order (COMPONENT_FOLDERS in scripts/lint/layers.mjs).';
  }
  if (inBrowser && !BROWSER_MAY_IMPORT.includes(targetKind)) {
    return `A 'use client' file takes only schema, rules and actions from lib, not ${targetKind}.`;
  }
  if ((inBrowser || BROWSER_KINDS.includes(kind)) && SERVER_KERNEL.test(target)) {
    return `${target} stays on the server.`;
  }
  if (kind === 'actions' && targetKind === 'service' && !isOwnOrShared(path, target)) {
    return 'An action calls the service of its own domain.';
  }
  if (isCore(path) && !mayRead(domainOf(path), domainOf(target))) {
    return `${domainOf(path)} does not read ${domainOf(target)}: domains have an order (scripts/lint/domains.mjs).`;
  }
  if (imported.startsWith('.') && domainOf(path) !== domainOf(target)) {
    return 'Another domain is imported by its alias (@/lib/…), so that the border shows.';
  }
  return null;
}

function packageProblem({ path, kind, inBrowser, name }) {
  if (SIGN_IN_PACKAGES.test(name) && !SIGN_IN_FOLDER.test(path)) {
    return 'The sign-in library is known in lib/auth alone.';
  }
  const never = [...(NEVER_PACKAGES[kind] ?? []), ...(inBrowser ? NEVER_PACKAGES.browser : [])];
  if (!never.some((pattern) => pattern.test(name))) return null;
  if (name.startsWith('temporal-polyfill') && TEMPORAL_ALLOWED.test(path)) return null;
  const who = inBrowser ? "'use client'" : kind;
  return `A ${who} file does not import ${name} (docs/architecture.md).`;
}

/** The imported file's path from the root, with its extension guessed; null for a package. */
function targetOf(path, imported) {
  if (!imported.startsWith('@/') && !imported.startsWith('.')) return null;
  const bare = imported.startsWith('@/')
    ? imported.slice(2)
    : relative(root, resolve(root, dirname(path), imported)).replaceAll('\\', '/');
  return /\.\w+$/.test(bare) ? bare : `${bare}.ts`;
}

function mayRead(domain, other) {
  return other === '' || other === domain || (MAY_READ[domain] ?? []).includes(other);
}

function isOwnOrShared(path, target) {
  return [domainOf(path), 'auth', 'outbox'].includes(domainOf(target));
}

export default { meta: { name: 'baobab' }, rules: { layers } };
