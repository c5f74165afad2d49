'use client';

import { Suspense, useState, type ReactNode } from 'react';

/**
 * A Suspense boundary that stays what it was first drawn as. The first visit's page comes without
 * one and is then read again in the visitor's zone: a boundary that appeared just then would put the
 * fallback in the place of what is being read.
 */
export function StreamingBoundary({
  isOff,
  fallback,
  children,
}: {
  isOff: boolean;
  fallback: ReactNode;
  children: ReactNode;
}) {
  const [staysOff] = useState(isOff);
  return staysOff ? children : <Suspense fallback={fallback}>{children}</Suspense>;
}
