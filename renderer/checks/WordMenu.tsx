import { useEffect, useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import type { StoryChecks } from './StoryChecks.ts';

interface WordMenuProps {
  readonly checks: StoryChecks;
  /** Of the rule for spelling. */
  readonly finding: Finding;
  readonly by: string;
  readonly at: { readonly x: number; readonly y: number };
  /** What gets the keyboard back. */
  readonly returnTo: HTMLElement | null;
  /** Adds a word to the dictionary of whoever sits here. */
  readonly onLearn: (word: string) => void;
  readonly onClose: () => void;
}

const MOST = 6;

/** What can be done about a word that no dictionary has. It opens when the suggestions are there. */
export function WordMenu({ checks, finding, by, at, returnTo, onLearn, onClose }: WordMenuProps) {
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void checks.suggest(finding).then((words) => isHere && setSuggestions(words));
    return () => {
      isHere = false;
    };
  }, [checks, finding]);
  if (!suggestions) return null;
  const word = finding.excerpt;
  const entries: MenuEntry[] = [
    ...(suggestions.length === 0 ? [{ group: 'Nothing like it in the dictionary', items: [] }] : []),
    ...suggestions.slice(0, MOST).map((suggestion) => ({
      label: suggestion,
      run: () => checks.settle([{ ...finding, fix: { replacement: suggestion } }]),
    })),
    'rule',
    { label: 'Add to my dictionary', run: () => onLearn(word) },
    { label: 'Add to the house’s dictionary', run: () => void checks.addHouseWord(word) },
    { label: 'Let it stand here', run: () => void checks.skip(finding, 'Spelt so on purpose.', by) },
  ];
  return <Menu label={`Spelling of “${word}”`} entries={entries} at={at} returnTo={returnTo} onClose={onClose} />;
}
