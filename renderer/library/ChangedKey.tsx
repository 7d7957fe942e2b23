import type { ChangedSender } from '../../shared/handover/changedSender.ts';
import { Button } from '../ui/Button.tsx';

interface ChangedKeyProps {
  readonly sender: ChangedSender;
  /** Takes this key for the sender's from now on, and opens what it signed. */
  readonly onAccept: (fingerprint: string) => void;
}

/** A package under a known name, signed with another key: both keys to compare, and the way to accept the new one. */
export function ChangedKey({ sender, onAccept }: ChangedKeyProps) {
  const { name, since, before, now } = sender;
  return (
    <div className="import-refused import-key">
      <p>
        <strong>
          This package says it is from <bdi>{name}</bdi>, but is signed with another key than <bdi>{name}</bdi> had.
        </strong>{' '}
        Somebody may be using the name; or <bdi>{name}</bdi> works on another computer.
      </p>
      <dl>
        <dt>Key since {since}</dt>
        <dd>
          <code className="selectable">{before}</code>
        </dd>
        <dt>Key of this package</dt>
        <dd>
          <code className="selectable">{now}</code>
        </dd>
      </dl>
      <p>
        Call <bdi>{name}</bdi>, at a number you knew before, and have the key read out to you. The dialog “Hand over
        story” shows it there. Accept it only if all of it is the same.
      </p>
      <Button onClick={() => onAccept(now)}>Accept the new key and open</Button>
    </div>
  );
}
