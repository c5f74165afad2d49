'use client';

import { useTranslations } from 'next-intl';
import { questionKinds } from '@/domain/services';
import { errorCode, sentOr } from '@/components/mentor-workspace/sent-values';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { QuestionInput, ServiceState } from '@/lib/services/schema';

const codes = ['required', 'too_big', 'too_few', 'too_many', 'too_long', 'twice'] as const;

/** A question to write; its options show with their kind, by style alone: no script is needed. */
export function QuestionFields({ state, saved }: { state: ServiceState; saved: QuestionInput }) {
  const t = useTranslations('questions');
  const error = (field: string) => {
    const code = errorCode(state, field);
    if (code === undefined) return undefined;
    return t(`error_${codes.find((known) => known === code) ?? 'wrong'}`);
  };
  const kind = sentOr(state, 'kind', saved.kind);
  const isRequired = sentOr(state, 'isRequired', saved.isRequired ? 'on' : '') === 'on';
  return (
    <div className="group/question flex flex-col gap-4">
      <TextField
        label={t('text')}
        description={t('textHelp')}
        name="text"
        required
        maxLength={200}
        defaultValue={sentOr(state, 'text', saved.text)}
        error={error('text')}
      />
      {/* Keyed by what is chosen: React empties a list when its form was sent, whatever its default is. */}
      <Select key={kind} label={t('kind')} name="kind" defaultValue={kind} error={error('kind')}>
        {questionKinds.map((each) => (
          <option key={each} value={each}>
            {t(`kind_${each}`)}
          </option>
        ))}
      </Select>
      <div className="hidden group-has-[[value=choice]:checked]/question:block">
        <TextArea
          label={t('options')}
          description={t('optionsHelp')}
          name="options"
          rows={4}
          maxLength={2000}
          defaultValue={sentOr(state, 'options', (saved.options ?? []).join('\n'))}
          error={error('options')}
        />
      </div>
      <Checkbox
        key={String(isRequired)}
        label={t('required')}
        name="isRequired"
        defaultChecked={isRequired}
      />
    </div>
  );
}
