import { useEffect, useMemo, useState } from 'react';
import { NO_CODES, type CodeFile } from '../../shared/codes/codeFile.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { foldText } from '../../shared/lang/foldText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import './codes.css';

interface CodesDialogProps {
  readonly library: LibraryClient;
  /** A text was chosen to be typed where the writer was. */
  readonly onInsert: (text: string) => void;
  /** Shows the list's file in the system's file manager, made first where there is none. */
  readonly onReveal: () => void;
  readonly onClose: () => void;
}

/** Rows drawn at once; a search narrows them. */
const MOST_ROWS = 200;

/** What the codes of this library stand for, and which lines of the list could not be used. */
export function CodesDialog({ library, onInsert, onReveal, onClose }: CodesDialogProps) {
  const [file, setFile] = useState<CodeFile>(NO_CODES);
  const [problem, setProblem] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    const read = () =>
      void library.request('codes.read', {}).then((answer) => {
        if (answer.ok) setFile(answer.value);
        else setProblem(answer.error.message);
      });
    read();
    // The list is written in another program.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [library]);
  const rows = useMemo(() => {
    const wanted = foldText(query.trim());
    return file.codes.filter(({ code, texts }) => [code, ...texts].some((one) => foldText(one).includes(wanted)));
  }, [file, query]);

  return (
    <Dialog title="Code replacements" size="wide" onClose={onClose}>
      <div className="codes">
        <p className="aside-note">
          Type a code between backslashes, <kbd>\code\</kbd>, and it becomes its text; <kbd>\code#2\</kbd> takes the
          second. Or choose it here. The list is codes.txt in the library’s folder: code, tab, text, a line each.
        </p>
        <div className="codes-bar">
          <input
            className="input"
            type="search"
            aria-label="Search codes"
            placeholder="Code or text"
            dir="auto"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              const first = rows[0]?.texts[0];
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return;
              event.preventDefault();
              onInsert(first);
            }}
          />
          <Button onClick={onReveal}>{file.isThere ? 'Show codes.txt' : 'Make codes.txt'}</Button>
        </div>
        {problem !== null && <p role="alert">{problem}</p>}
        {file.problems.length > 0 && (
          <ul className="codes-problems" aria-label="Lines that could not be used">
            {file.problems.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        {file.codes.length === 0 && problem === null && (
          <EmptyState title="No codes yet">
            <p>Make codes.txt, write a line for each name, and come back: it is read again at once.</p>
          </EmptyState>
        )}
        {file.codes.length > 0 && rows.length === 0 && <EmptyState title="Nothing found" />}
        {rows.length > 0 && (
          <div className="codes-list" role="group" aria-label="Codes">
            <table>
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">Code</th>
                  <th scope="col">Stands for</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, MOST_ROWS).map(({ code, texts }) => (
                  <tr key={code}>
                    <th scope="row">
                      <bdi>{code}</bdi>
                    </th>
                    <td>
                      {texts.map((text, index) => (
                        <button
                          key={index}
                          type="button"
                          className="codes-text"
                          dir="auto"
                          onClick={() => onInsert(text)}
                        >
                          {texts.length > 1 && <span className="codes-number">#{index + 1}</span>} {text}
                        </button>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {rows.length > MOST_ROWS && (
          <p className="aside-note" role="status">
            {rows.length - MOST_ROWS} more: search to see them.
          </p>
        )}
      </div>
    </Dialog>
  );
}
