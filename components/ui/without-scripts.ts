/*
 * React sends what comes late in a hidden element at the end of the body, and a script puts it in
 * its place. Where scripts are off, these rules show it where it is (between the page and its
 * footer) and take the skeleton away; so the first HTML is readable by everyone.
 */
export const withoutScripts = `
  @layer base { body > div[hidden]:has([data-streamed]) { display: block !important; order: 1 } }
  body > footer { order: 2 }
  [data-streaming] { display: none }`;
