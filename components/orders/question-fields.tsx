'use client';

import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { written } from '@/components/ui/written';
import { longestAnswer } from '@/domain/services';
import { answerField, askedField } from '@/lib/orders/schema/answer-fields';
import type { Question } from '@/lib/services/schema';

/** More than these, and pills are harder to read than the browser's own list. */
const mostPills = 5;

const codes = ['required', 'too_big', 'not_an_option', 'reworded'] as const;

/** What the mentor asks, each with its words, so that the server knows what was answered. */
export function QuestionFields({
  questions,
  writtenIn,
  sent,
  errors,
}: {
  questions: Question[];
  writtenIn: string;
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
          writtenIn={writtenIn}
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
  writtenIn,
  name,
  sent,
  error,
}: {
  question: Question;
  writtenIn: string;
  name: string;
  sent: string;
  error: string | undefined;
}) {
  const t = useTranslations('answers');
  const asked = (words: string) => <span {...written(writtenIn)}>{words}</span>;
  const field = { label: asked(text), name, required: isRequired, defaultValue: sent, error };
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
  const none = isRequired ? [] : [{ value: '', label: t('none') }];
  if (options.length <= mostPills) {
    return (
      <ChoiceGroup
        legend={asked(text)}
        name={name}
        required={isRequired}
        marksRequired={isRequired}
        defaultValue={chosen}
        choices={[...none, ...options.map((value) => ({ value, label: asked(value) }))]}
        error={error}
      />
    );
  }
  return (
    // Keyed by what is chosen: React empties a list when its form was sent, whatever its default is.
    <Select key={chosen} {...field} defaultValue={chosen} description={help}>
      <option value="">{t(isRequired ? 'choose' : 'none')}</option>
      {options.map((option) => (
        <option key={option} value={option} lang={writtenIn}>
          {option}
        </option>
      ))}
    </Select>
  );
}
