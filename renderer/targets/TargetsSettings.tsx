import { useLayoutEffect, useRef, useState } from 'react';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { SecretPlace } from '../../shared/ipc/secretContract.ts';
import type { Failure } from '../../shared/lang/result.ts';
import { DEFAULT_PROFILE, type Target, type TargetId } from '../../shared/targets/target.ts';
import { useTargets } from '../bridge/useTargets.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TargetForm } from './TargetForm.tsx';
import { TargetItem, type TargetNews } from './TargetItem.tsx';
import './targets.css';

interface TargetsSettingsProps {
  readonly bridge: Bridge;
  readonly onOpen: (url: string) => void;
}

const NO_NEWS: TargetNews = { isTesting: false, report: null, words: null, problem: null };
const KEPT: Readonly<Record<SecretPlace, string>> = {
  keyring: 'Kept, sealed by this computer’s keyring.',
  session: 'Kept until Stet ends: this computer has no keyring Stet can use.',
};

function newTarget(): Target {
  return {
    id: crypto.randomUUID() as TargetId,
    ...{ name: '', kind: 'wordpress', address: '', account: '' },
    profile: DEFAULT_PROFILE,
  };
}

/** The places the newsroom sends its stories to: listed, added, changed, tested, taken away. */
export function TargetsSettings({ bridge, onOpen }: TargetsSettingsProps) {
  const { library } = bridge;
  const { targets, problem, take } = useTargets(library);
  const [edited, setEdited] = useState<Target | null>(null);
  const [news, setNews] = useState<ReadonlyMap<TargetId, TargetNews>>(new Map());
  const panel = useRef<HTMLDivElement>(null);
  /** Where the keyboard goes once the list is back. */
  const returnTo = useRef<string | null>(null);
  const tell = (id: TargetId, part: Partial<TargetNews>) =>
    setNews((now) => new Map(now).set(id, { ...NO_NEWS, ...part }));

  useLayoutEffect(() => {
    if (edited || returnTo.current === null) return;
    const wanted = panel.current?.querySelector<HTMLElement>(returnTo.current);
    (wanted ?? panel.current?.querySelector<HTMLElement>('[data-way="add"]'))?.focus();
    returnTo.current = null;
  }, [edited, targets]);

  const wayTo = (id: TargetId, way: string) => `[data-target="${id}"] [data-way="${way}"]`;

  async function save(target: Target): Promise<Failure | null> {
    const answer = await library.request('targets.save', { target });
    if (!answer.ok) return answer.error;
    take(answer.value);
    setNews((now) => new Map([...now].filter(([id]) => id !== target.id)));
    const saved = answer.value.find(({ id }) => id === target.id);
    returnTo.current = wayTo(target.id, saved?.isLocked ? 'password' : 'edit');
    setEdited(null);
    return null;
  }

  async function test(id: TargetId): Promise<void> {
    tell(id, { isTesting: true });
    const answer = await library.request('targets.test', { id });
    tell(id, answer.ok ? { report: answer.value } : { problem: answer.error.message });
  }

  async function askSecret(id: TargetId): Promise<void> {
    const answer = await bridge.ask('secrets.ask', { targetId: id });
    if (!answer.ok) tell(id, { problem: answer.error.message });
    else if (answer.value !== null) tell(id, { words: KEPT[answer.value] });
  }

  async function forgetSecret(id: TargetId): Promise<void> {
    const answer = await bridge.ask('secrets.forget', { targetId: id });
    returnTo.current = wayTo(id, 'password');
    tell(id, answer.ok ? { words: 'Forgotten.' } : { problem: answer.error.message });
  }

  async function remove(id: TargetId): Promise<void> {
    const answer = await library.request('targets.remove', { id });
    if (!answer.ok) {
      tell(id, { problem: answer.error.message });
      return;
    }
    returnTo.current = '[data-way="add"]';
    take(answer.value);
  }

  if (edited) {
    return (
      <TargetForm
        key={edited.id}
        target={edited}
        isNew={targets?.every(({ id }) => id !== edited.id) ?? true}
        onSave={save}
        onChooseFolder={async () => {
          const chosen = await bridge.ask('targets.chooseFolder', {});
          return chosen.ok ? chosen.value : null;
        }}
        onOpen={onOpen}
        onCancel={() => {
          returnTo.current = wayTo(edited.id, 'edit');
          setEdited(null);
        }}
      />
    );
  }
  const add = (
    <Button data-way="add" onClick={() => setEdited(newTarget())}>
      Add a target…
    </Button>
  );
  return (
    <div className="target-settings" ref={panel}>
      {problem && (
        <p className="target-problem" role="alert">
          {problem}
        </p>
      )}
      {targets?.length === 0 && (
        <EmptyState title="No targets yet">
          <p>
            A target is where finished stories go: a WordPress or Ghost site, or a folder or an address a wire system
            reads.
          </p>
          {add}
        </EmptyState>
      )}
      {targets && targets.length > 0 && (
        <ul className="target-rows" aria-label="Targets">
          {targets.map(({ isLocked, ...target }) => (
            <TargetItem
              key={target.id}
              target={{ ...target, isLocked }}
              news={news.get(target.id) ?? NO_NEWS}
              onTest={() => void test(target.id)}
              onPassword={() => void askSecret(target.id)}
              onForget={() => void forgetSecret(target.id)}
              onEdit={() => setEdited(target)}
              onRemove={() => void remove(target.id)}
            />
          ))}
        </ul>
      )}
      {targets && targets.length > 0 && <div>{add}</div>}
    </div>
  );
}
