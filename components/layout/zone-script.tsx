'use client';

import { deviceZoneCookie } from '@/kernel/time/zone-names';

/*
 * Runs while the body is still empty. On a first visit, or in another zone than on the last one, the
 * page that has begun to arrive has the wrong hours: it is asked for again before any of it is seen,
 * once, and only where the cookie was taken and the page was not reloaded already. The front page says
 * whose its hours are and is left alone.
 */
const script = `try{(function(){var d=document,n=${JSON.stringify(deviceZoneCookie)}+"=",z=Intl.DateTimeFormat().resolvedOptions().timeZone;function has(){return d.cookie.split("; ").indexOf(n+z)>=0}if(!z||has())return;d.cookie=n+z+"; path=/; max-age=31536000; samesite=lax"+(location.protocol==="https:"?"; secure":"");var p=location.pathname,v=performance.getEntriesByType("navigation")[0];if(!has()||!v||v.type!=="navigate"||p==="/"||p==="/fr")return;d.documentElement.style.visibility="hidden";window.stop();location.reload()})()}catch(e){}`;

/**
 * Tells the server the zone of the device, with this page and those that follow. It draws nothing. Where
 * the browser renders the whole page by itself (after an error), inline scripts do not run, nor need to.
 */
export function ZoneScript() {
  return (
    <script
      type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}
