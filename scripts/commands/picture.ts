// Draws which folder imports which, and which domain of lib, into docs/images/imports.svg.
import { writeFileSync } from 'node:fs';
import { type Arrow, type Box, drawLayers } from '../imports/draw-layers';
import { readImports, sourceFiles } from '../imports/read-imports';
import { domainOf, isCore } from '../lint/layers.mjs';

const PATH = 'docs/images/imports.svg';
const MARGIN = 32;
const HEADING = 44;

const STYLE = `
text { font: 13px system-ui, sans-serif; text-anchor: middle; fill: #1f2a24 }
.heading { font-size: 17px; font-weight: 600; text-anchor: start }
.name { font-weight: 600 }
.files { font-size: 10.5px; fill: #5b6a61 }
rect { fill: #f3efe6; stroke: #8a9a8f }
path { fill: none; stroke-opacity: 0.55 }
path.down { stroke: #3f6b52 }
path.up { stroke: #c0392b; stroke-opacity: 0.9 }
.count { font-size: 10px; fill: #3f6b52; stroke: #fff; stroke-width: 3px; paint-order: stroke }
.count.up { fill: #c0392b }
`;

const imports = readImports();
const files = sourceFiles();
const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
const coreDomainOf = (path: string) => (isCore(path) ? domainOf(path) : '');
const parts = [
  { title: 'Folders', ...picture(folderOf) },
  {
    title: 'Domains of lib: without their loaders and actions, which may read any',
    ...picture(coreDomainOf),
  },
];

const width = Math.max(...parts.map((part) => part.width)) + 2 * MARGIN;
let y = MARGIN;
const drawn = parts.map((part) => {
  const x = (width - part.width) / 2;
  const group =
    `<text class="heading" x="${String(MARGIN)}" y="${String(y + 14)}">${part.title}</text>\n` +
    `<g transform="translate(${x.toFixed(1)} ${String(y + HEADING)})">\n${part.svg}\n</g>`;
  y += HEADING + part.height + MARGIN * 1.5;
  return group;
});
const marker = (id: string, colour: string) =>
  `<marker id="${id}" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto"><path d="M0 0L8 4L0 8z" style="fill:${colour};stroke:none"/></marker>`;
const size = `${width.toFixed(0)} ${y.toFixed(0)}`;
writeFileSync(
  PATH,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img" aria-label="Which part imports which">
<style>${STYLE}</style>
<defs>${marker('down', '#3f6b52')}${marker('up', '#c0392b')}</defs>
<rect width="100%" height="100%" style="fill:#fff;stroke:none"/>
${drawn.join('\n')}
</svg>
`,
);
console.log(PATH);

/** Boxes and arrows of whatever `partOf` says; what it has no name for is left out. */
function picture(partOf: (path: string) => string) {
  const boxes = new Map<string, Box>();
  for (const path of files) {
    const name = partOf(path);
    if (name === '') continue;
    boxes.set(name, { name, files: (boxes.get(name)?.files ?? 0) + 1 });
  }
  const arrows = new Map<string, Arrow>();
  for (const { from, to } of imports) {
    const [source, target] = [partOf(from), partOf(to)];
    if (source === target || !boxes.has(source) || !boxes.has(target)) continue;
    const key = `${source} ${target}`;
    arrows.set(key, { from: source, to: target, count: (arrows.get(key)?.count ?? 0) + 1 });
  }
  return drawLayers([...boxes.values()], [...arrows.values()]);
}
