import { createHash } from 'node:crypto';
import { contentPolicy } from '@/kernel/content-policy';
import { withoutScripts } from '@/components/ui/without-scripts';
import { themeScript, zoneScript } from './inline';

/** What React Aria puts into the head of the page, for touch and behind a dialog, to the letter. */
const ariaStyles = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const inlineScripts = [themeScript, zoneScript].map(hashOf).join(' ');
const inlineStyles = [withoutScripts, ...ariaStyles].map(hashOf).join(' ');

/** The policy of a page that is drawn for each request: its scripts carry the nonce, and bring the others. */
export function pagePolicy(nonce: string): string {
  return contentPolicy({
    scripts: `'nonce-${nonce}' 'strict-dynamic' ${inlineScripts}`,
    styles: inlineStyles,
  });
}
