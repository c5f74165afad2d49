import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing';

export { Link } from './link';

/** Next's navigation, with paths written without their language. */
export const { redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
