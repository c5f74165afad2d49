'use client';

import { useEffect, useRef, type ComponentProps } from 'react';
import { Alert } from '@/components/ui/alert';

/**
 * What came of the form that led to this page. It takes the focus, since a page that arrives with a
 * message in it is not announced by itself.
 */
export function ArrivalAlert(props: ComponentProps<typeof Alert>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Alert {...props} />
    </div>
  );
}
