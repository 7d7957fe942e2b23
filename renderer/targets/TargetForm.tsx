import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Failure } from '../../shared/lang/result.ts';
import { siteAddress } from '../../shared/targets/siteAddress.ts';
import {
  hasAccount,
  isWire,
  SMALLEST_SIDE,
  TARGET_KINDS,
  type Target,
  type TargetKind,
  type TargetProfile,
} from '../../shared/targets/target.ts';
import { filesAddress, targetAddress } from '../../shared/targets/targetAddress.ts';
import { KIND_LABELS } from '../../shared/targets/targetLabels.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { AccountField } from './AccountField.tsx';
import { AddressField } from './AddressField.tsx';
import { CategoryRows, categoryMap, categoryRows, type CategoryRow } from './CategoryRows.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ProfileRules } from './ProfileRules.tsx';
import { ReceiverFields } from './ReceiverFields.tsx';
import {
  BYLINE_CHOICES,
  FORMAT_CHOICES,
  GHOST_STATUS_CHOICES,
  integrationsPage,
  LEAD_CHOICES,
  passwordsPage,
  STATUS_CHOICES,
} from './targetChoices.ts';

interface TargetFormProps {
  readonly target: Target;
  readonly isNew: boolean;
  /** Answers why it was not saved; null when it was. */
  readonly onSave: (target: Target) => Promise<Failure | null>;
  readonly onChooseFolder: () => Promise<string | null>;
  readonly onOpen: (url: string) => void;
  readonly onCancel: () => void;
}

/** All a target is: where it is, who writes there, and what becomes of a story. Its secret is asked for elsewhere. */
export function TargetForm({ target, isNew, onSave, onChooseFolder, onOpen, onCancel }: TargetFormProps) {
  const [draft, setDraft] = useState(target);
  const [rows, setRows] = useState<readonly CategoryRow[]>(() => categoryRows(target.profile.categories));
  const [addressProblem, setAddressProblem] = useState<string | null>(null);
  const [filesProblem, setFilesProblem] = useState<string | null>(null);
  const [sideProblem, setSideProblem] = useState<string | null>(null);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // The dialog was open already; it does not put the keyboard here by itself.
  useEffect(() => form.current?.querySelector<HTMLElement>('.input')?.focus(), []);
  const { kind, name, address, account, profile } = draft;
  const change = (part: Partial<Target>) => setDraft((now) => ({ ...now, ...part }));
  const changeProfile = (part: Partial<TargetProfile>) => change({ profile: { ...profile, ...part } });

  const chooseKind = (next: TargetKind) => {
    setAddressProblem(null);
    setFilesProblem(null);
    change({ kind: next, address: [kind, next].includes('folder') ? '' : address });
    if (next === 'ghost' && profile.status === 'pending') changeProfile({ status: 'draft' });
  };
  const readAddress = () => {
    const read = targetAddress(draft);
    const files = filesAddress(draft);
    const problem = read.ok ? (address === '' ? 'Choose a folder.' : null) : read.message;
    setAddressProblem(problem);
    setFilesProblem(files.ok ? null : files.message);
    return problem === null && files.ok;
  };

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const isNamed = name.trim() !== '';
    setNameProblem(isNamed ? null : 'Give it a name; it is what the newsroom will choose it by.');
    const isPlaced = readAddress();
    const { longestSide } = profile;
    const isSized = longestSide === null || longestSide >= SMALLEST_SIDE;
    setSideProblem(isSized ? null : `No less than ${SMALLEST_SIDE} pixels.`);
    setFailure(null);
    const why =
      isNamed && isPlaced && isSized
        ? await onSave({
            ...draft,
            account: hasAccount(draft) ? account : '',
            profile: { ...profile, categories: categoryMap(rows) },
          })
        : null;
    if (why?.code === 'badAddress') setAddressProblem(why.message);
    else setFailure(why?.message ?? null);
    // Once the fields say what is wrong with them.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  return (
    <form
      ref={form}
      className="target-form"
      aria-label={isNew ? 'New target' : name}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <h3 className="targets-head">{isNew ? 'New target' : 'Change target'}</h3>
      {isNew && (
        <div className="segments" role="radiogroup" aria-label="Kind">
          {TARGET_KINDS.map((one) => (
            <label key={one} className="segment" data-chosen={one === kind || undefined}>
              <input
                type="radio"
                name="target-kind"
                value={one}
                checked={one === kind}
                onChange={() => chooseKind(one)}
              />
              {KIND_LABELS[one]}
            </label>
          ))}
        </div>
      )}
      <Field label="Name" problem={nameProblem} hint="As the newsroom calls it.">
        {(id, hintId) => (
          <input
            id={id}
            aria-describedby={hintId}
            aria-invalid={nameProblem !== null || undefined}
            className="input"
            dir="auto"
            maxLength={100}
            value={name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      {kind === 'folder' ? (
        <Field
          label="Folder path"
          problem={addressProblem}
          hint="A file is written under another name first, and then renamed."
        >
          {(id, hintId) => (
            <div className="target-folder">
              <input
                id={id}
                aria-describedby={hintId}
                aria-invalid={addressProblem !== null || undefined}
                className="input"
                dir="ltr"
                readOnly
                value={address}
              />
              <Button onClick={() => void onChooseFolder().then((path) => path !== null && change({ address: path }))}>
                Choose…
              </Button>
            </div>
          )}
        </Field>
      ) : (
        <AddressField
          label="Address"
          problem={addressProblem}
          hint={kind === 'http' ? 'What stories are posted to, to the letter.' : 'Such as https://news.example.org.'}
          value={address}
          onChange={(typed) => change({ address: typed })}
          onBlur={() => address.trim() !== '' && readAddress()}
        />
      )}
      {kind === 'wordpress' && (
        <WordPressAccount account={account} address={address} onChange={change} onOpen={onOpen} />
      )}
      {kind === 'http' && (
        <ReceiverFields
          {...{ account, profile, filesProblem }}
          onAccount={(login) => change({ account: login })}
          onProfile={(part) => {
            setFilesProblem(null);
            changeProfile(part);
          }}
        />
      )}
      {kind === 'ghost' && <GhostKey address={address} onOpen={onOpen} />}
      {isWire(kind) ? (
        <ChoiceField
          label="Format"
          choices={FORMAT_CHOICES}
          value={profile.format}
          onChange={(format) => changeProfile({ format })}
        />
      ) : (
        <>
          <ChoiceField
            label="A sent story becomes"
            hint="One with an embargo to come is scheduled, never published before."
            choices={kind === 'ghost' ? GHOST_STATUS_CHOICES : STATUS_CHOICES}
            value={profile.status}
            onChange={(status) => changeProfile({ status })}
          />
          <div className="target-pair">
            <ChoiceField
              label="Byline"
              choices={BYLINE_CHOICES}
              value={profile.byline}
              onChange={(byline) => changeProfile({ byline })}
            />
            <ChoiceField
              label="First picture"
              choices={LEAD_CHOICES}
              value={profile.lead}
              onChange={(lead) => changeProfile({ lead })}
            />
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={profile.tags}
              onChange={(event) => changeProfile({ tags: event.target.checked })}
            />
            Keywords become tags
          </label>
          <CategoryRows
            rows={rows}
            hint={
              kind === 'ghost'
                ? 'They become tags, before all others. Only those the site calls otherwise than the story does.'
                : 'Only those the site calls otherwise than the story does.'
            }
            onChange={setRows}
          />
        </>
      )}
      <ProfileRules
        {...{ kind, profile, sideProblem }}
        onProfile={(part) => {
          setSideProblem(null);
          changeProfile(part);
        }}
      />
      {failure && (
        <p className="target-problem" role="alert">
          {failure}
        </p>
      )}
      <div className="target-form-foot">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}

interface WordPressAccountProps extends Pick<Target, 'account' | 'address'> {
  readonly onChange: (part: Pick<Target, 'account'>) => void;
  readonly onOpen: (url: string) => void;
}

function WordPressAccount({ account, address, onChange, onOpen }: WordPressAccountProps) {
  const read = siteAddress(address);
  return (
    <>
      <AccountField account={account} onChange={(login) => onChange({ account: login })} />
      <p className="field-hint">
        Stet asks for an application password afterwards, not for the one you log in with. Make one on the site in your
        own profile, under Application Passwords.{' '}
        {read.ok && (
          <Button look="link" onClick={() => onOpen(passwordsPage(read))}>
            Open my profile on the site
          </Button>
        )}
      </p>
    </>
  );
}

function GhostKey({ address, onOpen }: Pick<Target, 'address'> & { readonly onOpen: (url: string) => void }) {
  const read = siteAddress(address);
  return (
    <p className="field-hint">
      Stet asks for an Admin API key afterwards. Add a custom integration on the site, under Settings › Integrations,
      and copy its Admin API key; the Content API key does not do.{' '}
      {read.ok && (
        <Button look="link" onClick={() => onOpen(integrationsPage(read))}>
          Open the integrations on the site
        </Button>
      )}
    </p>
  );
}
