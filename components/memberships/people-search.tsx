import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { adminPath, memberRoles } from '@/domain/organizations';
import { localizedPath } from '@/i18n/routing';
import type { PeopleView } from '@/lib/memberships/schema';

/** Finds people by name, address or role: a plain form, whose answer has an address. */
export function PeopleSearch({ organization, view }: { organization: string; view: PeopleView }) {
  const t = useTranslations('memberships');
  const action = localizedPath(adminPath(organization, 'people'), useLocale());
  return (
    <search>
      <form action={action} className="mb-6 grid items-end gap-3 sm:grid-cols-[1fr_12rem_auto]">
        <TextField
          label={t('people.search')}
          name="q"
          type="search"
          maxLength={100}
          defaultValue={view.q}
        />
        <Select label={t('people.role')} name="role" defaultValue={view.role ?? ''}>
          <option value="">{t('people.anyRole')}</option>
          {memberRoles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="secondary">
          {t('people.find')}
        </Button>
      </form>
    </search>
  );
}
