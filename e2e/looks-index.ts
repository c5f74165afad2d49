import { existsSync, readdirSync, writeFileSync } from 'node:fs';

export const looksFolder = 'test-results/looks';

export interface Look {
  screen: string;
  data: string;
  locale: string;
  width: number;
  scheme: string;
}

/** A name that says all of the picture: `booking-details.ordinary.fr.390.dark.jpeg`. */
export function pictureName({ screen, data, locale, width, scheme }: Look): string {
  const page = screen.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return [page, data, locale, width, scheme, 'jpeg'].join('.');
}

/** A page with all pictures that lie there, a row for each page of the product; run at the end. */
export default function writeIndex(): void {
  if (!existsSync(looksFolder)) return;
  const pictures = readdirSync(looksFolder).filter((name) => name.endsWith('.jpeg'));
  const rows = new Map<string, string[]>();
  for (const name of pictures.toSorted()) {
    const title = name.split('.').slice(0, 2).join(', ');
    rows.set(title, [...(rows.get(title) ?? []), name]);
  }
  const sections = [...rows].map(
    ([title, names]) =>
      `<h2>${title}</h2><div>${names
        .map(
          (name) =>
            `<figure><a href="${name}"><img src="${name}" alt="" loading="lazy"></a>` +
            `<figcaption>${name.split('.').slice(2, 5).join(' · ')}</figcaption></figure>`,
        )
        .join('')}</div>`,
  );
  writeFileSync(
    `${looksFolder}/index.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks</title><style>
      body{font:14px system-ui;margin:1.5rem}div{display:flex;gap:1rem;overflow-x:auto;padding-block-end:1rem}
      figure{margin:0}img{height:26rem;width:auto;border:1px solid #999}h2{margin-block:1.5rem .5rem}
    </style><h1>Looks</h1>${sections.join('')}</html>`,
  );
  console.log(`${pictures.length} pictures: ${looksFolder}/index.html`);
}
