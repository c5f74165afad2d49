import { themeStorageKey } from './theme'

// Storage can be forbidden (private windows, some school networks): the system's theme stays then.
const script = `try{var t=localStorage.getItem(${JSON.stringify(themeStorageKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`

/** Applies the chosen theme before the first paint, so that no other one flashes. */
export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: script }} />
}
