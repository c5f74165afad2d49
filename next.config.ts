import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { mostPostedBytes } from '@/domain/posts';
import { contentPolicy } from '@/kernel/content-policy';

const isProduction = process.env.NODE_ENV === 'production';

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()',
  },
  ...(isProduction
    ? [{ key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' }]
    : []),
];

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  // The rate limiter imports drizzle-orm under a name that it puts together as it runs, so a bundler
  // cannot: both have to be real packages beside the build. The holidays are megabytes of data.
  serverExternalPackages: ['rate-limiter-flexible', 'drizzle-orm', 'date-holidays'],
  poweredByHeader: false,
  // Once is enough: `npm test` checks them before it builds.
  typescript: { ignoreBuildErrors: process.env.TYPES_ARE_CHECKED === 'yes' },
  // A thrown notFound() reaches the browser as an empty page that its scripts fill (vercel/next.js
  // #62228); this page for addresses that no route has is complete as it arrives.
  experimental: {
    globalNotFound: true,
    // A picture fits in. The proxy lets so much through to that one form alone.
    serverActions: { bodySizeLimit: mostPostedBytes },
  },
  // Texts are parsed once a process (i18n/compiled.ts), so that no page loads the parser: 11 KB.
  turbopack: {
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: securityHeaders },
      // Pages get theirs from the proxy, with a nonce, and pictures of people from their route.
      {
        source: '/((?!api/|_next/|portraits/).*\\..*)',
        headers: [
          { key: 'Content-Security-Policy', value: contentPolicy({ scripts: "'unsafe-inline'" }) },
        ],
      },
      {
        source: '/api/:path*',
        headers: [
          {
            key: 'Content-Security-Policy',
            value: "default-src 'none'; frame-ancestors 'none'; sandbox",
          },
        ],
      },
    ]),
};

const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
});

export default withNextIntl(nextConfig);
