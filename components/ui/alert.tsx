import type { ReactNode } from 'react';
import { CheckIcon, InfoIcon, WarningIcon } from './everyday-icons';

export type AlertTone = 'info' | 'success' | 'warning' | 'danger';

const tones = {
  info: { className: 'bg-sunken', iconClass: 'text-muted', Icon: InfoIcon },
  success: { className: 'bg-green-soft', iconClass: 'text-green', Icon: CheckIcon },
  warning: { className: 'bg-gold-soft', iconClass: 'text-gold-ink', Icon: WarningIcon },
  danger: { className: 'bg-red-soft', iconClass: 'text-red', Icon: WarningIcon },
};

/**
 * A message in the page: what happened, what was kept, what to do. Danger and warning interrupt a
 * screen reader when they appear; the others wait for their turn.
 */
export function Alert({
  tone = 'info',
  title,
  children,
  actions,
}: {
  tone?: AlertTone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const { className, iconClass, Icon } = tones[tone];
  return (
    <div
      role={tone === 'danger' || tone === 'warning' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-md px-4 py-3 text-sm ${className}`}
    >
      <Icon className={`size-5 ${iconClass}`} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
