'use client';

import { useEffect } from 'react';

const regionId = 'mentor-announcements';

/**
 * The live region of the list. It stays while results come and go, since a region is heard only when
 * its text changes after it has been there.
 */
export function Announcements() {
  return <output id={regionId} aria-live="polite" className="sr-only" />;
}

/** Says `message` through {@link Announcements} when it appears or changes. */
export function Announce({ message }: { message: string }) {
  useEffect(() => {
    const region = document.getElementById(regionId);
    if (region) region.textContent = message;
  }, [message]);
  return null;
}
