import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { TextField } from '@/components/ui/text-field';

/** A plain GET form: the filter is in the address. */
export function RecipientFilter({ recipientEmail }: { recipientEmail: string | null }) {
  const t = useTranslations('mailbox');
  return (
    <form method="get" className="mb-5 flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <TextField
          name="to"
          type="email"
          label={t('recipient')}
          defaultValue={recipientEmail ?? ''}
          key={recipientEmail}
        />
      </div>
      <Button type="submit" variant="secondary">
        {t('filter')}
      </Button>
      {recipientEmail && (
        <ButtonLink href="/dev/mailbox" variant="ghost">
          {t('all')}
        </ButtonLink>
      )}
    </form>
  );
}
