import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrast, leastContrast, readableAccent } from './accent';

const channel = fc.integer({ min: 0, max: 255 });
const anyColor = fc
  .tuple(channel, channel, channel)
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('can be read in both themes, whatever the colour, on every ground that pages have', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const { light, dark } = readableAccent(color);
      for (const ground of ['#fbf7ef', '#ffffff', '#f4eee1']) {
        expect(contrast(light, ground)).toBeGreaterThanOrEqual(leastContrast);
      }
      for (const ground of ['#14130f', '#1d1b16', '#100f0c']) {
        expect(contrast(dark, ground)).toBeGreaterThanOrEqual(leastContrast);
      }
    }),
  );
});

it('leaves a colour that can be read as it is', () => {
  expect(readableAccent('#0b5d3b').light).toBe('#0b5d3b');
  expect(readableAccent('#57c492').dark).toBe('#57c492');
});
