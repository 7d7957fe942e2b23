import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useState, type ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import { ROLE_LABELS, ROLES, type Role } from '../../shared/workflow/role.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useSignal, type Signal } from '../ui/Signal.ts';
import { useDraft } from '../ui/useDraft.ts';
import { SpellingSettings } from './SpellingSettings.tsx';
import './settings.css';

interface SettingsDialogProps {
  readonly settings: Signal<Settings>;
  readonly onChange: (change: Partial<Settings>) => void;
  /** What whoever sits here does in the library that is open. */
  readonly role: Signal<Role>;
  readonly onRole: (role: Role) => void;
  readonly onChooseFolder: () => void;
  /** The languages a new story can start in, each with its name. */
  readonly languages: readonly (readonly [code: string, name: string])[];
  /** The folder that is in use until the next start: another was chosen since, or this start was told one. */
  readonly askFolderInUse: () => Promise<string | null>;
  readonly section: SettingsSection;
  readonly onSection: (section: SettingsSection) => void;
  /** Where stories are sent to: a screen of its own. */
  readonly targets: ReactNode;
  readonly onClose: () => void;
}

const SECTIONS = [
  ['general', 'General'],
  ['targets', 'Targets'],
] as const;
/** The parts the settings are in. */
export type SettingsSection = (typeof SECTIONS)[number][0];

const APPEARANCES: readonly (readonly [Settings['appearance'], string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** What a person sets once, in parts. Every change takes effect at once; only a target is saved as a whole. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { section, onSection, targets, onClose } = props;
  return (
    <Dialog title="Settings" size="wide" onClose={onClose}>
      <Tabs.Root
        className="settings-parts"
        orientation="vertical"
        value={section}
        onValueChange={(value) => onSection(value as SettingsSection)}
      >
        <Tabs.List className="settings-tabs" aria-label="Settings" activateOnFocus>
          {SECTIONS.map(([id, label]) => (
            <Tabs.Tab key={id} value={id} className="settings-tab">
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="general" className="settings-panel">
          {section === 'general' && <GeneralSettings {...props} />}
        </Tabs.Panel>
        <Tabs.Panel value="targets" className="settings-panel">
          {section === 'targets' && targets}
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  );
}

type GeneralSettingsProps = Pick<
  SettingsDialogProps,
  'settings' | 'onChange' | 'role' | 'onRole' | 'onChooseFolder' | 'languages' | 'askFolderInUse'
>;

function GeneralSettings(props: GeneralSettingsProps) {
  const { onChange, onChooseFolder, languages, askFolderInUse } = props;
  const settings = useSignal(props.settings);
  const role = useSignal(props.role);
  const [folderInUse, setFolderInUse] = useState<string | null>(null);
  useEffect(() => {
    void askFolderInUse().then(setFolderInUse);
  }, [askFolderInUse]);
  const isElsewhereNext = folderInUse !== null && folderInUse !== settings.libraryFolder;
  return (
    <div className="settings">
      <fieldset>
        <legend>You</legend>
        <SettingText label="Name" value={settings.name} onChange={(name) => onChange({ name })} />
        <SettingText
          label="Byline"
          hint="New stories start with it. Empty: your name."
          value={settings.byline}
          onChange={(byline) => onChange({ byline })}
        />
        <div className="field">
          <span className="field-label" id="settings-role">
            Your work in this library
          </span>
          <div className="segments" role="radiogroup" aria-labelledby="settings-role">
            {ROLES.map((value) => (
              <label key={value} className="segment" data-chosen={role === value || undefined}>
                <input
                  type="radio"
                  name="role"
                  value={value}
                  checked={role === value}
                  onChange={() => props.onRole(value)}
                />
                {ROLE_LABELS[value]}
              </label>
            ))}
          </div>
          <p className="field-hint">
            It says what is offered first and what waits for you. It forbids nothing, and each library has its own.
          </p>
        </div>
      </fieldset>
      <fieldset>
        <legend>New stories</legend>
        <SettingText
          label="Dateline place"
          hint="Without brackets; each export adds the house’s style."
          value={settings.datelinePlace}
          onChange={(datelinePlace) => onChange({ datelinePlace })}
        />
        <Field label="Language">
          {(id) => (
            <select
              id={id}
              className="input select"
              value={settings.language}
              onChange={(event) => onChange({ language: event.target.value })}
            >
              {languages.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </fieldset>
      <SpellingSettings settings={settings} onChange={onChange} />
      <fieldset>
        <legend>This computer</legend>
        <div className="segments" role="radiogroup" aria-label="Appearance">
          {APPEARANCES.map(([value, label]) => (
            <label key={value} className="segment" data-chosen={settings.appearance === value || undefined}>
              <input
                type="radio"
                name="appearance"
                value={value}
                checked={settings.appearance === value}
                onChange={() => onChange({ appearance: value })}
              />
              {label}
            </label>
          ))}
        </div>
        <div className="field">
          <span className="field-label">Library folder</span>
          <div className="folder">
            <code className="selectable" dir="ltr">
              {settings.libraryFolder}
            </code>
            <Button onClick={onChooseFolder}>Choose…</Button>
          </div>
          <p className="field-hint">
            {isElsewhereNext
              ? `From the next start. Until then stories are kept in ${folderInUse}.`
              : 'Stories, pictures and backups are kept here and nowhere else.'}
          </p>
        </div>
      </fieldset>
    </div>
  );
}

interface SettingTextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SettingText({ label, hint, value, onChange }: SettingTextProps) {
  const [text, setText] = useDraft(value, onChange);
  return (
    <Field label={label} hint={hint}>
      {(id, hintId) => (
        <input
          id={id}
          aria-describedby={hintId}
          className="input"
          type="text"
          dir="auto"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Field>
  );
}
