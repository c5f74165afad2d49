// next.config.ts reads this file, which therefore imports nothing.

const isDeveloping = process.env.NODE_ENV === 'development';

/**
 * What a page may load and run. `form-action` names Google and Stripe because Chromium applies it to
 * the redirect that follows a posted form. What stands for browsers without the finer directives is looser.
 */
export function contentPolicy({
  scripts,
  styles = '',
}: {
  scripts: string;
  styles?: string;
}): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}${isDeveloping ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    `style-src-elem 'self' ${isDeveloping ? "'unsafe-inline'" : styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self' https://accounts.google.com https://checkout.stripe.com",
    "frame-ancestors 'none'",
  ].join('; ');
}
