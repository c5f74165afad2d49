'use client';

import type { ComponentProps } from 'react';
import { dropAllDrafts } from '@/components/forms/draft-storage';
import { signOutAction } from '@/lib/auth/actions';
import { PostButton } from './post-button';

/** Signs out, and leaves nothing of what was typed for who comes next. */
export function SignOutButton(props: Omit<ComponentProps<typeof PostButton>, 'action'>) {
  return <PostButton {...props} action={signOutAction} onSubmit={dropAllDrafts} />;
}
