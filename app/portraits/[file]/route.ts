import { loadPortraitFile } from '@/lib/portraits/loaders';

/** A mentor's picture. Its address never serves another one, so whoever has it keeps it for a year. */
export async function GET(_request: Request, { params }: RouteContext<'/portraits/[file]'>) {
  const { file } = await params;
  const picture = await loadPortraitFile(file);
  if (!picture)
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const { bytes, isForAll } = picture;
  return new Response(bytes, {
    headers: {
      'content-type': 'image/webp',
      'cache-control': `${isForAll ? 'public' : 'private'}, max-age=31536000, immutable`,
      // A picture and nothing else, also for whoever opens the address itself.
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
