'use client';

import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { longestAnswer } from '@/domain/services';
import { answerField, askedField } from '@/lib/orders/schema/answer-fields';
import type { Question } from '@/lib/services/schema';

/** More than these, and pills are harder to read than the browser's own list. */
const mostPills = 5;

const codes = ['required', 'too_big', 'not_an_option', 'reworded'] as const;

/** What the mentor asks, each with its words, so that the server knows what was answered. */
export function QuestionFields({
  questions,
  sent,
  errors,
}: {
  questions: Question[];
  sent: (field: string) => string;
  /** Codes, by field. */
  errors: Record<string, string>;
}) {
  const t = useTranslations('answers');
  return questions.map((question) => {
    const name = answerField(question.id);
    const code = codes.find((known) => known === errors[name]);
    return (
      <div key={question.id}>
        <input type="hidden" name={askedField(question.id)} value={question.text} />
        <QuestionField
          question={question}
          name={name}
          sent={sent(name)}
          error={code && t(`error_${code}`)}
        />
      </div>
    );
  });
}

function QuestionField({
  question: { text, kind, options, isRequired },
  name,
  sent,
  error,
}: {
  question: Question;
  name: string;
  sent: string;
  error: string | undefined;
}) {
  const t = useTranslations('answers');
  const field = { label: text, name, required: isRequired, defaultValue: sent, error };
  const help = isRequired ? undefined : t('optional');
  if (options === null) {
    const maxLength = longestAnswer[kind];
    return kind === 'long' ? (
      <TextArea {...field} description={help} rows={3} maxLength={maxLength} />
    ) : (
      <TextField {...field} description={help} maxLength={maxLength} />
    );
  }
  // What was chosen may be an option no more: then nothing is.
  const chosen = options.includes(sent) ? sent : '';
  const given = options.map((option) => ({ value: option, label: option }));
  const choices = isRequired ? given : [{ value: '', label: t('none') }, ...given];
  if (options.length <= mostPills) {
    return (
      <ChoiceGroup
        legend={text}
        name={name}
        required={isRequired}
        marksRequired={isRequired}
        defaultValue={chosen}
        choices={choices}
        error={error}
      />
    );
  }
  return (
    // Keyed by what is chosen: React empties a list when its form was sent, whatever its default is.
    <Select key={chosen} {...field} defaultValue={chosen} description={help}>
      <option value="">{t(isRequired ? 'choose' : 'none')}</option>
      {given.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
