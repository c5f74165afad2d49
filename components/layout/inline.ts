import { deviceZoneCookie } from '@/kernel/time/zone-names';
import { themeStorageKey } from './theme';

/*
 * The scripts that stand in the page itself, which the content security policy knows by what they say
 * (components/layout/page-policy.ts).
 */

// Storage can be forbidden (private windows, some school networks): the system's theme stays then.
export const themeScript = `try{var t=localStorage.getItem(${JSON.stringify(themeStorageKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

/*
 * Runs while the body is still empty. On a first visit, or in another zone than on the last one, the
 * page that has begun to arrive has the wrong hours: it is asked for again before any of it is seen,
 * once, and only where the cookie was taken and the page was not reloaded already. The front page says
 * whose its hours are and is left alone.
 */
export const zoneScript = `try{(function(){var d=document,n=${JSON.stringify(deviceZoneCookie)}+"=",z=Intl.DateTimeFormat().resolvedOptions().timeZone;function has(){return d.cookie.split("; ").indexOf(n+z)>=0}if(!z||has())return;d.cookie=n+z+"; path=/; max-age=31536000; samesite=lax"+(location.protocol==="https:"?"; secure":"");var p=location.pathname,v=performance.getEntriesByType("navigation")[0];if(!has()||!v||v.type!=="navigate"||p==="/"||p==="/fr")return;d.documentElement.style.visibility="hidden";window.stop();location.reload()})()}catch(e){}`;
