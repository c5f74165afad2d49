'use client';

import { useLocale, useTranslations } from 'next-intl';
import { mostNoteLetters, type NoteKind } from '@/domain/notes';
import { KeptForm } from '@/components/forms/kept-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { errorCode, sentOr } from '@/components/mentor-workspace/sent-values';
import { useFieldError } from '@/components/mentor-workspace/use-field-error';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { written } from '@/components/ui/written';
import { writePrivateNoteAction, writeSharedNoteAction } from '@/lib/notes/actions/write-note';
import type { NoteState, NoteView } from '@/lib/notes/schema';
import { formatDateTime } from '@/kernel/time/format';
import { NewerNote } from './newer-note';

const actions = { shared: writeSharedNoteAction, private: writePrivateNoteAction };

/** A note that is always open for writing; closed bookings keep theirs to read. */
export function NoteForm({
  bookingId,
  kind,
  note,
  name,
  timeZone,
  first,
}: {
  bookingId: string;
  kind: NoteKind;
  note: NoteView;
  /** The other side's. */
  name: string;
  timeZone: string;
  first: NoteState;
}) {
  const t = useTranslations('notes');
  const fieldError = useFieldError();
  const locale = useLocale();
  const form = useActionForm(actions[kind], { first });
  const { state } = form;
  const saved = note.draft ?? note.body;
  // What lost a race is the draft by now, or was dropped: the state need not keep it as well.
  const hasLost = state.status === 'refused' && state.reason === 'changed';
  const text = hasLost ? saved : sentOr(state, 'body', saved);
  const path = `/bookings/${bookingId}#${kind}-notes`;
  return (
    <Card as="section" id={`${kind}-notes`} aria-labelledby={`${kind}-notes-title`}>
      <h2 id={`${kind}-notes-title`} className="text-xl">
        {t(`${kind}Title`)}
      </h2>
      <p className="text-muted mt-1 mb-3 text-sm">{t(`${kind}Lead`, { name })}</p>
      {note.draft !== null && (
        <NewerNote bookingId={bookingId} kind={kind} note={note} timeZone={timeZone} path={path} />
      )}
      {note.mayWrite ? (
        <KeptForm
          form={form}
          path={path}
          fields={{ bookingId, version: note.version }}
          className="flex flex-col gap-3"
        >
          <RefusedAlert
            state={state}
            title={t('notSaved')}
            words={({ reason }) => (reason === 'changed' ? null : t(`refused_${reason}`))}
          />
          <TextArea
            key={`${note.version} ${note.draft ?? ''}`}
            name="body"
            label={t(note.draft === null ? `${kind}Label` : 'yourText')}
            rows={Math.min(14, Math.max(4, text.split('\n').length + 1))}
            maxLength={mostNoteLetters}
            // As tall as what is written, where browsers know how; elsewhere `rows` has to do.
            className="field-sizing-content min-h-32"
            defaultValue={text}
            error={fieldError(errorCode(state, 'body'))}
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SubmitButton variant="secondary">
              {t(note.draft === null ? 'save' : 'saveMine')}
            </SubmitButton>
            {state.status === 'ok' && note.draft === null && (
              <output className="text-green text-sm font-semibold">{t('saved')}</output>
            )}
          </div>
        </KeptForm>
      ) : (
        <p className="max-w-prose break-words whitespace-pre-line" {...written(note.writtenIn)}>
          {note.body}
        </p>
      )}
      {note.changed && note.draft === null && (
        <p className="text-muted mt-3 text-sm">
          {t('lastChange', {
            who: note.changed.byViewer ? 'you' : 'other',
            name: note.changed.name ?? name,
            time: formatDateTime(note.changed.at, { locale, timeZone }),
          })}
        </p>
      )}
    </Card>
  );
}
