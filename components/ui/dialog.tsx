'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { DialogProps } from './dialog-panel';

// React Aria's overlay code arrives with the first dialog that opens, not with the page.
const DialogPanel = dynamic(() => import('./dialog-panel').then((module) => module.DialogPanel), {
  ssr: false,
});

/** A dialog in the middle of the screen, a sheet from below on a phone. Focus is kept and given back. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setWasOpened(true);
  return wasOpened ? <DialogPanel {...props} /> : null;
}
