/** What text stands on in either theme (`app/globals.css`): the least helpful of each theme's grounds. */
const grounds = { light: '#f4eee1', dark: '#1d1b16' } as const;
export type Theme = keyof typeof grounds;

/** WCAG 2.2, success criterion 1.4.3. */
export const leastContrast = 4.5;

const steps = 50;

/**
 * A colour as it can be read on the pages of each theme: itself, or mixed with black or with white by as
 * little as makes 4.5:1 of it, which any colour reaches.
 * @param color `#rrggbb`
 */
export function readableAccent(color: string): Record<Theme, string> {
  return { light: readableOn('light', color), dark: readableOn('dark', color) };
}

function readableOn(theme: Theme, color: string): string {
  const towards = theme === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; step < steps; step += 1) {
    const mixed = mix(color, towards, step / steps);
    if (contrast(mixed, grounds[theme]) >= leastContrast) return mixed;
  }
  return towards;
}

/** The ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: string, towards: string, share: number): string {
  const to = partsOf(towards);
  const mixed = partsOf(color).map((part, index) => part + ((to[index] ?? 0) - part) * share);
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Red, green and blue, 0 to 255 each. */
function partsOf(color: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
}
