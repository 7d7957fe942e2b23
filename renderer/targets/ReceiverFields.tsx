import type { Target, TargetProfile } from '../../shared/targets/target.ts';
import { AccountField } from './AccountField.tsx';
import { AddressField } from './AddressField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ENTRY_CHOICES } from './targetChoices.ts';

interface ReceiverFieldsProps extends Pick<Target, 'account' | 'profile'> {
  readonly filesProblem: string | null;
  readonly onAccount: (account: string) => void;
  readonly onProfile: (part: Partial<TargetProfile>) => void;
}

/** Where a receiver of the wire takes files, how it knows who posts, and what it gets to know a story again by. */
export function ReceiverFields({ account, profile, filesProblem, onAccount, onProfile }: ReceiverFieldsProps) {
  return (
    <>
      <AddressField
        label="Address for files"
        problem={filesProblem}
        hint="On the same site. Each picture is looked for there by its name, and posted if it is missing. Left empty, pictures stay here."
        value={profile.filesAddress}
        onChange={(filesAddress) => onProfile({ filesAddress })}
      />
      <ChoiceField
        label="It knows you by"
        choices={ENTRY_CHOICES}
        value={profile.entry}
        onChange={(entry) => onProfile({ entry })}
      />
      {profile.entry === 'password' && <AccountField account={account} onChange={onAccount} />}
      <p className="field-hint">
        The receiver gets the files first, then the item in one POST. An item keeps its id, and its version grows with
        each change. Sent twice because an answer was lost, it is the same to the byte, under the same Idempotency-Key.
      </p>
    </>
  );
}
