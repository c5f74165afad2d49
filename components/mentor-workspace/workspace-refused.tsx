'use client';

import { useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import type { ActionState } from '@/lib/action-kit/schema';
import type { ServiceRefusal } from '@/lib/services/schema';

/** The words for the refusals that forms of the workspace share. */
export function useWorkspaceWords() {
  const t = useTranslations('workspace');
  return ({ reason }: { reason: ServiceRefusal }) => t(`refused_${reason}`);
}

/** Why a form of the workspace has done nothing. */
export function WorkspaceRefused({
  state,
}: {
  state: ActionState<unknown, ServiceRefusal, unknown>;
}) {
  return <RefusedAlert state={state} words={useWorkspaceWords()} tone="warning" />;
}
