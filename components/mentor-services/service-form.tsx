'use client';

import { useTranslations } from 'next-intl';
import { meetingFormats } from '@/domain/bookings';
import { sessionTypes } from '@/domain/services';
import { KeptForm } from '@/components/forms/kept-form';
import { StickySave } from '@/components/forms/sticky-save';
import { useActionForm } from '@/components/forms/use-action-form';
import { LanguageSelect, type NamedLanguages } from '@/components/mentor-workspace/language-select';
import { errorCode, sentListOr, sentOr } from '@/components/mentor-workspace/sent-values';
import { useFieldError } from '@/components/mentor-workspace/use-field-error';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceBoxes } from '@/components/ui/choice-boxes';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { createServiceAction, editServiceAction } from '@/lib/services/actions/edit-services';
import type { OwnService, ServiceState } from '@/lib/services/schema';
import { LengthFields } from './length-fields';

/** A service, new or to change. A new one gets its first length with it. */
export function ServiceForm({
  service,
  languages,
  writtenIn,
  first,
}: {
  /** Null: a new one. */
  service: OwnService | null;
  languages: NamedLanguages;
  /** The language of a new one, unless its mentor says another. */
  writtenIn: string;
  /** What a post without script left. */
  first: ServiceState;
}) {
  const t = useTranslations('mentorServices');
  const formats = useTranslations('bookingFormat');
  const fieldError = useFieldError();
  const form = useActionForm(service ? editServiceAction : createServiceAction, { first });
  const { state } = form;
  const field = (name: keyof OwnService, saved: string | number | null) => ({
    name,
    defaultValue: sentOr(state, name, saved === null ? '' : String(saved)),
    error: fieldError(errorCode(state, name)),
  });

  return (
    <KeptForm
      form={form}
      path={service ? `/mentor/services/${service.id}` : '/mentor/services/new'}
      fields={service ? { serviceId: service.id } : {}}
      className="flex flex-col gap-5"
    >
      <WorkspaceRefused state={state} />
      <Card as="section" aria-label={t('basics')} className="flex flex-col gap-5">
        <h2 className="text-xl">{t('basics')}</h2>
        <TextField
          {...field('title', service?.title ?? '')}
          label={t('name')}
          description={t('nameHelp')}
          required
          maxLength={80}
        />
        <TextArea
          {...field('description', service?.description ?? '')}
          label={t('description')}
          description={t('descriptionHelp')}
          rows={4}
          maxLength={1000}
        />
        <LanguageSelect
          {...field('writtenIn', service?.writtenIn ?? writtenIn)}
          label={t('writtenIn')}
          description={t('writtenInHelp')}
          languages={languages}
        />
        <Select {...field('sessionType', service?.sessionType ?? 'other')} label={t('sessionType')}>
          {sessionTypes.map((type) => (
            <option key={type} value={type}>
              {t(`type_${type}`)}
            </option>
          ))}
        </Select>
      </Card>
      {!service && (
        <Card as="section" aria-label={t('firstLength')} className="flex flex-col gap-5">
          <h2 className="text-xl">{t('firstLength')}</h2>
          <LengthFields state={state} saved={{ durationMinutes: '60', priceCredits: '0' }} />
        </Card>
      )}
      <Card as="section" aria-label={t('details')} className="flex flex-col gap-5">
        <h2 className="text-xl">{t('details')}</h2>
        <TextField
          {...field('capacity', service?.capacity ?? 1)}
          {...number}
          label={t('capacity')}
          description={t('capacityHelp')}
          required
          min={1}
          max={500}
        />
        <ChoiceBoxes
          legend={t('formats')}
          description={t('formatsHelp')}
          name="formats"
          choices={meetingFormats.map((format) => ({ value: format, label: formats(format) }))}
          defaultValues={sentListOr(state, 'formats', service?.formats ?? [])}
          error={fieldError(errorCode(state, 'formats'))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          {(['bufferBefore', 'bufferAfter'] as const).map((buffer) => (
            <TextField
              key={buffer}
              {...field(`${buffer}Minutes`, service?.[`${buffer}Minutes`] ?? null)}
              {...number}
              label={t(buffer)}
              description={t('bufferHelp')}
              min={0}
              max={240}
            />
          ))}
        </div>
        <Checkbox
          name="isByLink"
          label={t('byLink')}
          description={t('byLinkHelp')}
          defaultChecked={
            sentOr(state, 'isByLink', service?.linkToken != null ? 'on' : '') === 'on'
          }
        />
      </Card>
      <StickySave>{t(service ? 'save' : 'create')}</StickySave>
    </KeptForm>
  );
}

const number = { type: 'number', inputMode: 'numeric' } as const;
