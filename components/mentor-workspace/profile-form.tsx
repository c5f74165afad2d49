'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { meetingFormats } from '@/domain/bookings';
import { KeptForm } from '@/components/forms/kept-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { StickySave } from '@/components/forms/sticky-save';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZonePicker } from '@/components/forms/zone-picker';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { ChoiceBoxes } from '@/components/ui/choice-boxes';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { saveProfileAction } from '@/lib/mentors/actions/save-profile';
import type { SaveProfileState } from '@/lib/mentors/schema';
import { LanguageSelect, type NamedLanguages } from './language-select';
import { LinkFields } from './link-fields';
import { errorCode, sentListOr, sentOr } from './sent-values';
import { SkillsField } from './skills-field';
import { useFieldError } from './use-field-error';

/** A profile as it is edited. */
export interface EditedProfile {
  name: string;
  headline: string;
  bio: string;
  city: string;
  skills: string[];
  languages: string[];
  writtenIn: string;
  timeZone: string;
  formats: string[];
  address: string;
  videoUrl: string;
  links: string[];
}

/** How a mentor appears, and how they meet. A plain form, with the errors in place where scripts run. */
export function ProfileForm({
  profile,
  languages,
  isNew,
  organizations,
  first,
}: {
  profile: EditedProfile;
  /** To tick, named on the server: browsers know fewer languages. */
  languages: NamedLanguages;
  isNew: boolean;
  /** Of which somebody new can become a mentor. */
  organizations: { slug: string; name: string; mentoring: string }[];
  /** What a post without script left. */
  first: SaveProfileState;
}) {
  const t = useTranslations('mentorProfile');
  const formats = useTranslations('bookingFormat');
  const fieldError = useFieldError();
  const workspace = useTranslations('workspace');
  const form = useActionForm(saveProfileAction, { first });
  const { state } = form;
  const problem = (field: string) => fieldError(errorCode(state, field));
  const text = (
    field: Exclude<keyof EditedProfile, 'skills' | 'languages' | 'formats' | 'links'>,
  ) => ({
    name: field,
    defaultValue: sentOr(state, field, profile[field]),
    error: problem(field),
  });
  const lacksBio = state.status === 'refused' && state.reason === 'bio_missing';

  return (
    <KeptForm form={form} path="/mentor/profile" className="flex flex-col gap-5">
      <RefusedAlert
        state={state}
        words={({ reason }) =>
          // That one stands at its field.
          reason === 'bio_missing' ? null : workspace(`refused_${reason}`)
        }
      />
      {isNew && (
        <Organization
          organizations={organizations}
          defaultValue={sentOr(state, 'organization', organizations[0]?.slug ?? '')}
        />
      )}
      <FormPart title={t('about')}>
        <TextField
          {...text('name')}
          label={t('name')}
          description={isNew ? t('nameHelp') : undefined}
          autoComplete="name"
          required
          maxLength={80}
        />
        <TextField
          {...text('headline')}
          label={t('headline')}
          description={t('headlineHelp')}
          required
          maxLength={120}
        />
        <TextArea
          {...text('bio')}
          label={t('bio')}
          description={t('bioHelp')}
          rows={8}
          maxLength={4000}
          error={lacksBio ? t('bioMissing') : problem('bio')}
        />
        <LanguageSelect
          {...text('writtenIn')}
          label={t('writtenIn')}
          description={t('writtenInHelp')}
          languages={languages}
        />
        <TextField {...text('city')} label={t('city')} maxLength={80} />
        <LinkFields links={profile.links} state={state} />
      </FormPart>
      <FormPart title={t('knowledge')}>
        <SkillsField
          label={t('skills')}
          description={t('skillsHelp')}
          defaultValue={sentOr(state, 'skills', profile.skills.join(', '))}
          error={problem('skills')}
        />
        <ChoiceBoxes
          legend={t('languages')}
          name="languages"
          choices={languages.common}
          more={{ label: t('moreLanguages'), choices: languages.others }}
          defaultValues={sentListOr(state, 'languages', profile.languages)}
          error={problem('languages')}
        />
      </FormPart>
      <FormPart title={t('meeting')}>
        <ChoiceBoxes
          legend={t('formats')}
          description={t('formatsHelp')}
          name="formats"
          choices={meetingFormats.map((format) => ({ value: format, label: formats(format) }))}
          defaultValues={sentListOr(state, 'formats', profile.formats)}
          error={problem('formats')}
        />
        <TextField
          {...text('address')}
          label={t('address')}
          description={t('addressHelp')}
          autoComplete="address-line1"
          maxLength={200}
        />
        <TextField
          {...text('videoUrl')}
          label={t('videoUrl')}
          description={t('videoUrlHelp')}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={500}
        />
        <ZonePicker
          name="timeZone"
          label={t('timeZone')}
          description={t('timeZoneHelp')}
          defaultValue={sentOr(state, 'timeZone', profile.timeZone)}
          error={problem('timeZone')}
          isRequired
        />
      </FormPart>
      <StickySave hint={isNew ? t('createHint') : undefined}>
        {t(isNew ? 'create' : 'save')}
      </StickySave>
    </KeptForm>
  );
}

/** Whose mentor somebody becomes: not asked where there is nothing to choose. */
function Organization({
  organizations,
  defaultValue,
}: {
  organizations: { slug: string; name: string; mentoring: string }[];
  defaultValue: string;
}) {
  const t = useTranslations('mentorProfile');
  const [only, ...others] = organizations;
  if (others.length === 0) {
    return (
      <>
        <input type="hidden" name="organization" value={only?.slug} data-given="" />
        {only?.mentoring === 'reviewed' && <Alert tone="info">{t('reviewedFirst')}</Alert>}
      </>
    );
  }
  return (
    <FormPart title={t('organization')}>
      <ChoiceGroup
        legend={t('organizationLegend')}
        name="organization"
        defaultValue={defaultValue}
        className="flex flex-col items-start gap-2"
        choices={organizations.map(({ slug, name, mentoring }) => ({
          value: slug,
          label: name,
          hint: mentoring === 'reviewed' && t('reviewedFirst'),
        }))}
      />
    </FormPart>
  );
}

function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card as="section" aria-label={title} className="flex flex-col gap-5">
      <h2 className="text-xl">{title}</h2>
      {children}
    </Card>
  );
}
