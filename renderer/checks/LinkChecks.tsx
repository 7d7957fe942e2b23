import { useEffect, useRef, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Result } from '../../shared/lang/result.ts';
import { linkStateText, type LinkState } from '../../shared/links/linkState.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { fullTime } from '../ui/relativeTime.ts';
import './checks.css';

interface LinkChecksProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** The story's addresses now, in order. */
  readonly addresses: readonly string[];
}

/** The level whose sign a state carries. */
const LEVELS: Readonly<Record<LinkState['state'], 'none' | 'note' | 'warn'>> = {
  ...{ waiting: 'none', fine: 'none', unasked: 'none' },
  ...{ moved: 'note', unsure: 'note' },
  ...{ gone: 'warn', silent: 'warn' },
};

/** The story's links and whether their pages still answer, asked only when the button is pressed. */
export function LinkChecks({ storyId, library, addresses }: LinkChecksProps) {
  const [links, setLinks] = useState<readonly LinkState[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isChecking, setChecking] = useState(false);
  const newest = useRef(0);
  const stamp = addresses.join('\n');

  const take = (answer: Result<readonly LinkState[]>) => {
    setProblem(answer.ok ? null : answer.error.message);
    if (answer.ok) setLinks(answer.value);
  };
  useEffect(() => {
    const turn = (newest.current += 1);
    if (stamp === '') {
      setLinks([]);
      return;
    }
    void library.request('links.list', { storyId }).then((answer) => {
      if (turn === newest.current) take(answer);
    });
  }, [library, storyId, stamp]);

  async function check(): Promise<void> {
    if (isChecking) return;
    setChecking(true);
    const answer = await library.request('links.check', { storyId });
    newest.current += 1;
    take(answer);
    setChecking(false);
  }

  if (links.length === 0) return null;
  const last = links.reduce<string | null>(
    (at, link) => (link.at !== null && link.at > (at ?? '') ? link.at : at),
    null,
  );
  return (
    <section aria-label="Links" className="link-checks">
      <div className="checks-head">
        <h3 className="section-name">Links</h3>
        {/* It stays where it is: whoever pressed it keeps the keyboard. */}
        <Button look="link" aria-disabled={isChecking} onClick={() => void check()}>
          {isChecking ? 'Checking links…' : 'Check links now'}
        </Button>
      </div>
      <p role="status" className="aside-note">
        {statusText(links, isChecking, last)}
      </p>
      {problem !== null && (
        <p className="checks-problem" role="alert">
          {problem}
        </p>
      )}
      <ul className="check-list">
        {links.map((link) => (
          <li key={link.url} data-level={LEVELS[link.state]} className="link-check">
            <p className="finding">
              <span dir="auto">{link.text.trim() || link.url}</span>
              <span className="aside-note link-check-url" dir="ltr">
                {link.url}
              </span>
              <span className="aside-note">{linkStateText(link)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function statusText(links: readonly LinkState[], isChecking: boolean, last: string | null): string {
  if (isChecking) return 'The sites are asked one after the other.';
  const waiting = links.filter(({ state }) => state === 'waiting');
  if (waiting.some(({ detail }) => detail !== ''))
    return 'There seems to be no network. The links wait; ask again when you are online.';
  if (last === null) return 'Nothing is asked until you say so. The sites will see your address.';
  const rest =
    waiting.length === 0 ? '' : ` ${waiting.length === 1 ? 'One waits' : `${waiting.length} wait`} to be checked.`;
  return `Checked ${fullTime(last)}.${rest}`;
}
