import { icon } from './icon';

/* Those of messages, which every page loads. */

export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11.5V16M12 8v.1" />
  </>,
);
export const WarningIcon = icon(<path d="M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17v.1" />);
