import type { KeyboardEvent, ReactNode } from 'react';
import type { StoryFields } from '../../shared/story/fields.ts';
import { PRIORITY_LABELS } from '../../shared/story/priorityLabels.ts';
import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource } from './FieldsSource.ts';
import { DIRECTION_LABELS, languageChoices } from './fieldChoices.ts';
import { TermsField } from './TermsField.tsx';
import { TextField } from './TextField.tsx';
import { TimeField } from './TimeField.tsx';

const DIRECTIONS = Object.keys(DIRECTION_LABELS) as StoryFields['direction'][];

interface StoryTabProps {
  readonly source: FieldsSource;
  /** Where the story stands and who has it: moved on by steps, not typed. */
  readonly status: ReactNode;
  readonly assignee: ReactNode;
}

/** The story's slip: what the desk needs to know beside the words. */
export function StoryTab({ source, status, assignee }: StoryTabProps) {
  const isOpen = useSignalPart(source.fields, (fields) => fields !== null);
  if (!isOpen) return null;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const command = event.ctrlKey || event.metaKey;
    if (!command || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z') (event.shiftKey ? source.redo : source.undo)();
    else if (key === 'y') source.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="story-tab" data-story-field onKeyDown={onKeyDown}>
      <TextField label="Slug" name="slug" source={source} spellCheck={false} />
      <div className="pair">
        {status}
        <PriorityField source={source} />
      </div>
      {assignee}
      <div className="pair">
        <LanguageField source={source} />
        <DirectionField source={source} />
      </div>
      <div className="pair">
        <TextField label="Desk" name="desk" source={source} />
        <TargetField source={source} />
      </div>
      <TimeField label="Deadline" name="deadline" source={source} />
      <TimeField label="Embargo" name="embargo" zoneName="embargoZone" source={source} />
      <TermsField label="Categories" name="categories" source={source} />
      <TermsField label="Topics" name="topics" source={source} />
      <TermsField label="Keywords" name="keywords" source={source} />
      <TextField label="Editor’s note" name="editorsNote" source={source} isLong />
    </div>
  );
}

function PriorityField({ source }: { readonly source: FieldsSource }) {
  const value = useSignalPart(source.fields, (fields) => fields?.priority ?? null);
  return (
    <Field label="Priority">
      {(id) => (
        <select
          id={id}
          className="input select"
          value={value ?? ''}
          onChange={(event) =>
            source.setField('priority', event.target.value === '' ? null : Number(event.target.value))
          }
        >
          <option value="">Not set</option>
          {PRIORITY_LABELS.map((label, index) => (
            <option key={label} value={index + 1}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function LanguageField({ source }: { readonly source: FieldsSource }) {
  const value = useSignalPart(source.fields, (fields) => fields?.language ?? 'en');
  return (
    <Field label="Language">
      {(id) => (
        <select
          id={id}
          className="input select"
          value={value}
          onChange={(event) => source.setField('language', event.target.value)}
        >
          {languageChoices(value).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function DirectionField({ source }: { readonly source: FieldsSource }) {
  const value = useSignalPart(source.fields, (fields) => fields?.direction ?? 'auto');
  return (
    <Field label="Direction">
      {(id) => (
        <select
          id={id}
          className="input select"
          value={value}
          onChange={(event) => {
            const direction = DIRECTIONS.find((known) => known === event.target.value);
            if (direction) source.setField('direction', direction);
          }}
        >
          {DIRECTIONS.map((direction) => (
            <option key={direction} value={direction}>
              {DIRECTION_LABELS[direction]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function TargetField({ source }: { readonly source: FieldsSource }) {
  const value = useSignalPart(source.fields, (fields) => fields?.targetWords ?? null);
  return (
    <Field label="Target words">
      {(id) => (
        <input
          id={id}
          className="input"
          type="text"
          inputMode="numeric"
          value={value ?? ''}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '').slice(0, 6);
            source.setField('targetWords', digits === '' ? null : Number(digits));
          }}
        />
      )}
    </Field>
  );
}
