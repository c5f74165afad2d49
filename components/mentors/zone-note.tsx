import { useTranslations } from 'next-intl';

/** In whose zone the times of a list are. Its texts come from the namespace `zoneNote`. */
export function ZoneNote({ zone }: { zone: string | null }) {
  const t = useTranslations('zoneNote');
  return <p className="text-muted text-sm">{zone === null ? t('theirs') : t('yours', { zone })}</p>;
}
