'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { isPlainClick } from './plain-click';

/** Between one slot and several. A link that plays a switch, so that it works as soon as it is seen. */
export function SeveralSwitch({
  isOn,
  href,
  onToggle,
  onReach,
}: {
  isOn: boolean;
  /** The panel, switched over. */
  href: string;
  onToggle: () => void;
  /** A finger or the focus has come near. */
  onReach: () => void;
}) {
  const t = useTranslations('booking');
  return (
    <a
      href={href}
      rel="nofollow"
      role="switch"
      aria-checked={isOn}
      onPointerEnter={onReach}
      onFocus={onReach}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onToggle();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onToggle();
      }}
      className="reacts hover:bg-sunken -mx-2 mt-3 flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-md px-2 text-sm font-semibold"
    >
      {t('several')}
      <span
        aria-hidden="true"
        className={`reacts flex h-6 w-11 shrink-0 items-center rounded-full border p-0.5 ${isOn ? 'bg-green border-green justify-end' : 'bg-sunken border-edge'}`}
      >
        <span className={`dot size-4.5 ${isOn ? 'bg-on-green' : 'bg-edge'}`} />
      </span>
    </a>
  );
}
