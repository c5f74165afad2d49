/**
 * The look of mails: the light theme of app/globals.css in the plain colours and pixels that mail
 * programs understand, which know neither custom properties nor our fonts.
 */
export const colors = {
  paper: '#fbf7ef',
  surface: '#ffffff',
  ink: '#1b1a17',
  muted: '#5e584d',
  line: '#e5dccb',
  green: '#0b5d3b',
  onGreen: '#ffffff',
  goldSoft: '#fbefcf',
} as const;

/** The woven band: widths in percent. */
export const band = [
  { color: '#0b5d3b', percent: 34 },
  { color: '#e5a50a', percent: 12 },
  { color: '#0b5d3b', percent: 6 },
  { color: '#1b1a17', percent: 6 },
  { color: '#b3261e', percent: 20 },
  { color: '#1b1a17', percent: 8 },
  { color: '#e5a50a', percent: 14 },
] as const;

export const fonts = {
  sans: "Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  serif: "Fraunces, Georgia, 'Times New Roman', serif",
} as const;

export const sizes = {
  width: '560px',
  space: '16px',
  padding: '32px 28px',
  radius: '16px',
  buttonRadius: '12px',
  title: '26px',
  text: '16px',
  small: '14px',
} as const;
