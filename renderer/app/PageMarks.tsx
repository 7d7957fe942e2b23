import { useEffect, useMemo, useState } from 'react';
import { FindingCard } from '../checks/FindingCard.tsx';
import { WordMenu } from '../checks/WordMenu.tsx';
import { useSignal } from '../ui/Signal.ts';
import { storyChecksOf } from './storyChecksOf.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

interface OpenCard {
  readonly indexes: readonly number[];
  readonly anchor: HTMLElement;
  readonly takesKeyboard: boolean;
}

interface OpenMenu {
  readonly index: number;
  readonly at: { readonly x: number; readonly y: number };
  readonly returnTo: HTMLElement;
}

const NONE = [] as const;

/** The findings of the checks on the page: the editor marks them, a card beside a mark says what they are. */
export function PageMarks() {
  const workspace = useWorkspace();
  const { desk } = workspace;
  const checks = storyChecksOf(workspace);
  const checked = useSignal(checks.checked);
  const handle = useSignal(desk.handle);
  const { name, marks } = useSignal(workspace.settings);
  const [card, setCard] = useState<OpenCard | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  useEffect(() => (marks ? checks.watch() : undefined), [checks, marks]);
  // What a field lacks is seen in the field; it is told in the Checks tab.
  const findings = useMemo(
    () =>
      marks && checked?.storyId === desk.openId
        ? checked.findings.filter(({ place, excerpt }) => place.in === 'block' || excerpt !== '')
        : NONE,
    [marks, checked, desk.openId],
  );
  useEffect(() => {
    setCard(null);
    setMenu(null);
    handle?.showMarks(
      findings,
      (indexes, anchor, takesKeyboard) => setCard({ indexes, anchor, takesKeyboard }),
      (index, at, returnTo) => {
        if (findings[index]?.ruleId !== 'spelling') return false;
        setCard(null);
        setMenu({ index, at, returnTo });
        return true;
      },
    );
  }, [handle, findings]);
  const opened = card?.indexes.flatMap((index) => findings[index] ?? NONE) ?? NONE;
  const asked = menu ? findings[menu.index] : undefined;
  return (
    <>
      {card && opened.length > 0 && (
        <FindingCard
          key={card.indexes.join()}
          checks={checks}
          findings={opened}
          by={name}
          anchor={card.anchor}
          takesKeyboard={card.takesKeyboard}
          onClose={() => setCard(null)}
        />
      )}
      {menu && asked && (
        <WordMenu
          key={menu.index}
          checks={checks}
          finding={asked}
          by={name}
          at={menu.at}
          returnTo={menu.returnTo}
          onLearn={(word) => void workspace.learnWord(word)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
