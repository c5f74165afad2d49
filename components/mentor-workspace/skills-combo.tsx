'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { ComboBox, Input } from 'react-aria-components/ComboBox';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { controlClass, Field, fieldAria, type FieldTexts } from '@/components/ui/field';
import { CloseIcon } from '@/components/ui/icons';
import { mostSkillLetters } from '@/domain/mentors';
import { type OfferedSkill, suggestSkills } from '@/lib/mentors/rules/suggest-skills';

export interface SkillsComboProps extends FieldTexts {
  label: string;
  /** Names, with commas between them. */
  defaultValue: string;
}

/**
 * Skills one by one: from the vocabulary, found by what they are called in either language, or words of
 * one's own. What is sent is the line of text that the plain field would send.
 */
export function SkillsCombo({ defaultValue, ...texts }: SkillsComboProps) {
  const t = useTranslations('mentorProfile');
  const locale = useLocale();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(() => splitNames(defaultValue));
  const [typed, setTyped] = useState('');
  const [vocabulary, setVocabulary] = useState<readonly OfferedSkill[]>([]);
  const offered = suggestSkills(vocabulary, { typed, chosen, locale });

  /** Without it any word can be typed all the same. */
  function load() {
    if (vocabulary.length > 0) return;
    fetch('/api/skills')
      .then((response) => (response.ok ? response.json() : []))
      .then((skills: OfferedSkill[]) => setVocabulary(skills))
      .catch(() => undefined);
  }

  function add(text: string) {
    setChosen((before) => [...new Set([...before, ...splitNames(text)])]);
    setTyped('');
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isPicking = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key === ',' || (event.key === 'Enter' && !isPicking)) {
      if (event.key === ',' || typed.trim() !== '') event.preventDefault();
      if (typed.trim() !== '') add(typed);
    }
  }

  return (
    <Field {...texts} id={id}>
      <input type="hidden" name="skills" value={[...chosen, ...splitNames(typed)].join(', ')} />
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chosen.map((name) => (
            <li key={name} className="min-w-0">
              <button
                type="button"
                aria-label={t('removeSkill', { skill: name })}
                onClick={() => {
                  setChosen((before) => before.filter((one) => one !== name));
                  input.current?.focus();
                }}
                className="reacts bg-green-soft text-green hover:bg-sunken inline-flex min-h-11 max-w-full items-center gap-1.5 rounded-full px-3.5 text-sm font-medium"
              >
                <span className="min-w-0 wrap-anywhere">{name}</span>
                <CloseIcon className="size-4 shrink-0" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        aria-label={texts.label}
        inputValue={typed}
        onInputChange={setTyped}
        items={offered.map((name) => ({ id: name, name }))}
        selectedKey={null}
        onSelectionChange={(name) => {
          if (typeof name === 'string') add(name);
        }}
        allowsCustomValue
        menuTrigger="input"
      >
        <Input
          ref={input}
          {...fieldAria(id, texts)}
          maxLength={mostSkillLetters}
          autoComplete="off"
          onFocus={load}
          onKeyDown={onKeyDown}
          className={controlClass}
        />
        <Popover className="bg-surface shadow-pop w-(--trigger-width) overflow-y-auto rounded-lg border p-1">
          <ListBox<{ id: string; name: string }> aria-label={t('offeredSkills')}>
            {({ name }) => (
              <ListBoxItem
                textValue={name}
                className="data-focused:bg-green data-focused:text-on-green flex min-h-11 cursor-pointer items-center rounded-md px-3 outline-none forced-colors:data-focused:bg-[Highlight]"
              >
                {name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </Field>
  );
}

function splitNames(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
