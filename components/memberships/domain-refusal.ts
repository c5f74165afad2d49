import type { useTranslations } from 'next-intl';
import { mostDomains } from '@/domain/invitations';
import type { DomainRefusal } from '@/lib/memberships/schema/domains';

/** Why nobody was written to. */
export function domainRefusal(
  t: ReturnType<typeof useTranslations<'domains'>>,
  reason: DomainRefusal,
): string {
  if (reason === 'too_many') return t('refused_too_many', { most: mostDomains.all });
  if (reason === 'too_many_open') return t('refused_too_many_open', { most: mostDomains.open });
  return t(`refused_${reason}`);
}
