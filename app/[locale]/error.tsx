'use client';

import { ErrorScene } from '@/components/layout/error-scene';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorScene error={error} retry={retry} />;
}
