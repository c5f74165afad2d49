import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing';

/** Next's navigation, with paths written without their language. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
