import { type Graph, heightsOf } from './layers-of';

export interface Box {
  name: string;
  files: number;
}

export interface Arrow {
  from: string;
  to: string;
  /** Imports that it stands for. */
  count: number;
}

interface Placed extends Box {
  x: number;
  y: number;
  width: number;
}

const BOX = { height: 40, gap: 28, letter: 8.2, padding: 22 };
const ROW = 118;
/** How often rows are put in the order of what their boxes are joined to. */
const ROUNDS = 12;

/**
 * Boxes in layers, each above all that it imports, with arrows that say how often. What points up or
 * sideways is red: it is a circle. @returns the drawing, and its size in pixels
 */
export function drawLayers(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): { svg: string; width: number; height: number } {
  const rows = rowsOf(boxes, arrows);
  const widthOf = (row: readonly Box[]) =>
    row.reduce((sum, box) => sum + boxWidth(box) + BOX.gap, -BOX.gap);
  const width = Math.max(...rows.map(widthOf));
  const placed = new Map<string, Placed>();
  for (const [place, row] of rows.entries()) {
    // Room that is left over goes between the boxes.
    const gap = (width - widthOf(row)) / (row.length + 1);
    let x = gap;
    for (const box of row) {
      placed.set(box.name, { ...box, x, y: place * ROW, width: boxWidth(box) });
      x += boxWidth(box) + BOX.gap + gap;
    }
  }
  const lines = arrows.map((arrow) => drawArrow(arrow, arrows, placed));
  const drawn = [...placed.values()].map(drawBox);
  const height = (rows.length - 1) * ROW + BOX.height;
  return { svg: [...lines, ...drawn].join('\n'), width, height };
}

function rowsOf(boxes: readonly Box[], arrows: readonly Arrow[]): Box[][] {
  const graph: Graph = new Map(
    boxes.map(({ name }) => [
      name,
      new Set(arrows.filter(({ from }) => from === name).map(({ to }) => to)),
    ]),
  );
  const heights = heightsOf(graph);
  const top = Math.max(...heights.values());
  let rows = Array.from({ length: top + 1 }, (_, row) =>
    boxes.filter(({ name }) => heights.get(name) === top - row),
  );
  for (let round = 0; round < ROUNDS; round += 1) rows = closerTogether(rows, arrows);
  return rows;
}

/** Each row in the order of the middle of what its boxes are joined to; equal ones by name. */
function closerTogether(rows: readonly Box[][], arrows: readonly Arrow[]): Box[][] {
  const at = new Map(
    rows.flatMap((row) =>
      row.map(({ name }, place): [string, number] => [name, (place + 0.5) / row.length]),
    ),
  );
  const middle = (name: string) => {
    const joined = arrows.flatMap(({ from, to }) =>
      from === name ? [at.get(to) ?? 0] : to === name ? [at.get(from) ?? 0] : [],
    );
    return joined.reduce((sum, place) => sum + place, 0) / Math.max(1, joined.length);
  };
  return rows.map((row) =>
    row.toSorted((a, b) => middle(a.name) - middle(b.name) || a.name.localeCompare(b.name)),
  );
}

function drawArrow(
  { from, to, count }: Arrow,
  arrows: readonly Arrow[],
  placed: ReadonlyMap<string, Placed>,
): string {
  const source = placed.get(from);
  const target = placed.get(to);
  if (!source || !target) return '';
  const isDown = target.y > source.y;
  const xOf = (name: string) => {
    const box = placed.get(name);
    return box ? box.x + box.width / 2 : 0;
  };
  const out = arrows.filter((arrow) => arrow.from === from).map((arrow) => arrow.to);
  const into = arrows.filter((arrow) => arrow.to === to).map((arrow) => arrow.from);
  const x1 = source.x + source.width * shareOf(to, out, xOf);
  const x2 = target.x + target.width * shareOf(from, into, xOf);
  const [y1, y2] = isDown
    ? [source.y + BOX.height, target.y - 3]
    : [source.y, target.y === source.y ? target.y - 3 : target.y + BOX.height + 3];
  const bend = isDown ? (y2 - y1) / 2 : target.y === source.y ? -ROW / 2 : (y2 - y1) / 2;
  const back = target.y === source.y ? bend : -bend;
  const path = `M${n(x1)} ${n(y1)}C${n(x1)} ${n(y1 + bend)} ${n(x2)} ${n(y2 + back)} ${n(x2)} ${n(y2)}`;
  // A third of the way along the curve, near whose arrow it is.
  const [labelX, labelY] = [along(x1, x1, x2, x2), along(y1, y1 + bend, y2 + back, y2)];
  const mark = isDown ? 'down' : 'up';
  return (
    `<path class="${mark}" d="${path}" stroke-width="${n(0.8 + Math.log2(count) / 3)}" marker-end="url(#${mark})"/>` +
    `<text class="count ${mark}" x="${n(labelX)}" y="${n(labelY)}">${String(count)}</text>`
  );
}

/** Where along its box an arrow begins or ends: beside the others, in the order of where they lead. */
function shareOf(name: string, all: readonly string[], xOf: (name: string) => number): number {
  const sorted = all.toSorted((a, b) => xOf(a) - xOf(b) || a.localeCompare(b));
  return (sorted.indexOf(name) + 1) / (all.length + 1);
}

function along(p0: number, p1: number, p2: number, p3: number): number {
  const t = 0.3;
  const u = 1 - t;
  return u ** 3 * p0 + 3 * u ** 2 * t * p1 + 3 * u * t ** 2 * p2 + t ** 3 * p3;
}

function drawBox({ name, files, x, y, width }: Placed): string {
  const middle = n(x + width / 2);
  return (
    `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${String(BOX.height)}" rx="8"/>` +
    `<text class="name" x="${middle}" y="${n(y + 17)}">${name}</text>` +
    `<text class="files" x="${middle}" y="${n(y + 32)}">${String(files)} ${files === 1 ? 'file' : 'files'}</text>`
  );
}

function boxWidth({ name }: Box): number {
  return Math.max(72, name.length * BOX.letter + BOX.padding);
}

/** A length in the drawing: a tenth of a pixel is as fine as anybody sees. */
function n(length: number): string {
  return String(Math.round(length * 10) / 10);
}
