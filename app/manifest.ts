import type { MetadataRoute } from 'next';

/** Makes the app installable; colours are those of the light theme in globals.css. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Baobab',
    short_name: 'Baobab',
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf7ef',
    theme_color: '#ffffff',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  };
}
