import { useRef, useState } from 'react';
import type { Furniture, ImportOutcome } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AskedFiles } from './AskedFiles.tsx';
import { ChangedKey } from './ChangedKey.tsx';
import './importReport.css';

interface ImportReportProps {
  readonly outcomes: readonly ImportOutcome[];
  readonly onClose: () => void;
  /** Takes a key for its sender's from now on, and opens what was refused for it. */
  readonly onAccept: (fingerprint: string) => void;
  /** Sends a colleague what a request asks for, sealed for these people. */
  readonly onSend: (ref: string, sealFor: string[]) => void;
  /** Has what was merged with a colleague's version proposed instead. */
  readonly onUnmerge: (storyId: StoryId) => void;
  /** Takes furniture out of a story. Answers null, or the sentence why not. */
  readonly onRemove: (storyId: StoryId, furniture: Furniture[]) => Promise<string | null>;
}

interface Offer {
  readonly key: string;
  readonly storyId: StoryId;
  readonly furniture: Furniture;
}

function titleOf(outcomes: readonly ImportOutcome[]): string {
  if (outcomes.some(({ ok }) => ok)) return 'Imported';
  const isAsked = outcomes.length > 0 && outcomes.every((outcome) => !outcome.ok && outcome.asks);
  return isAsked ? 'Originals wanted' : 'Nothing was imported';
}

/** What came of an import: what was changed, what could not be taken over, and what looks like page furniture. */
export function ImportReport({ outcomes, onClose, onAccept, onSend, onUnmerge, onRemove }: ImportReportProps) {
  const refused = outcomes.filter((outcome) => !outcome.ok);
  const imported = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.imported] : []));
  const offers = imported.flatMap((story) =>
    story.furniture.map<Offer>((furniture) => ({
      key: `${story.storyId} ${furniture.blockIds.join(' ')}`,
      storyId: story.storyId,
      furniture,
    })),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(offers.map((offer) => offer.key)));
  // A stranger's key must not be a press of Enter away.
  const isKeyOffered = refused.some((outcome) => outcome.sender !== undefined);
  const closeButton = useRef<HTMLButtonElement>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function removeChosen(): Promise<void> {
    setIsRemoving(true);
    for (const { storyId } of imported) {
      const furniture = offers.filter((offer) => offer.storyId === storyId && chosen.has(offer.key));
      if (furniture.length === 0) continue;
      const why = await onRemove(
        storyId,
        furniture.map((offer) => offer.furniture),
      );
      if (why !== null) {
        setProblem(why);
        setIsRemoving(false);
        return;
      }
    }
    onClose();
  }
  function toggle(key: string): void {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  }

  return (
    <Dialog
      title={titleOf(outcomes)}
      size="wide"
      onClose={onClose}
      initialFocus={isKeyOffered ? closeButton : undefined}
      foot={
        offers.length > 0 ? (
          <>
            <Button ref={closeButton} onClick={onClose}>
              Keep everything
            </Button>
            <Button look="primary" disabled={isRemoving || chosen.size === 0} onClick={() => void removeChosen()}>
              Remove selected
            </Button>
          </>
        ) : (
          <Button look="primary" ref={closeButton} onClick={onClose}>
            Close
          </Button>
        )
      }
    >
      <div className="import-report">
        {problem && (
          <p className="banner" data-kind="error" role="alert">
            {problem}
          </p>
        )}
        {refused.map((outcome) => (
          <section key={outcome.fileName} className="import-file">
            <h3 dir="auto">{outcome.fileName}</h3>
            {outcome.sender && <ChangedKey sender={outcome.sender} onAccept={onAccept} />}
            {outcome.asks && <AskedFiles asked={outcome.asks} onSend={onSend} />}
            {!outcome.sender && !outcome.asks && <p className="import-refused">{outcome.message}</p>}
          </section>
        ))}
        {imported.map((story) => (
          <section key={story.storyId + story.fileName} className="import-file">
            <h3 dir="auto">{story.fileName}</h3>
            {story.alreadyHere && <p>This story was in the library already; it was opened as it is.</p>}
            {story.notes.length > 0 && (
              <ul className="import-notes">
                {story.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            {story.mergedWith !== undefined && (
              <p className="import-merged">
                <Button onClick={() => onUnmerge(story.storyId)}>
                  Take <bdi>{story.mergedWith || 'their'}</bdi>’s changes as suggestions instead
                </Button>
              </p>
            )}
            {story.furniture.length > 0 && (
              <fieldset className="import-furniture">
                <legend>This looks like page furniture, not copy. Remove it?</legend>
                {offers.map(
                  (offer) =>
                    offer.storyId === story.storyId && (
                      <div key={offer.key} className="import-offer">
                        <label className="check">
                          <input type="checkbox" checked={chosen.has(offer.key)} onChange={() => toggle(offer.key)} />
                          <span className="import-excerpt" dir="auto">
                            {offer.furniture.excerpt}
                          </span>
                        </label>
                        <p className="import-reason">{offer.furniture.reason}</p>
                      </div>
                    ),
                )}
              </fieldset>
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
