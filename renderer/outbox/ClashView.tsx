import { useMemo } from 'react';
import type { DiffPart } from '../../shared/lang/diffWords.ts';
import type { Clash } from '../../shared/targets/job.ts';
import { clashSides } from './clashSides.ts';

/** The same words changed on both sides: theirs, mine and as they were, with what differs marked. */
export function ClashView({ clash, label }: { readonly clash: Clash; readonly label: string }) {
  const sides = useMemo(() => clashSides(clash), [clash]);
  return (
    <div className="clash" role="group" aria-label={label}>
      <Side name="Theirs" parts={sides.theirs} />
      <Side name="Mine" parts={sides.ours} />
      <Side name="As it was" parts={sides.base} />
    </div>
  );
}

function Side({ name, parts }: { readonly name: string; readonly parts: readonly DiffPart[] }) {
  return (
    <section className="clash-side" aria-label={name}>
      <h4 className="clash-name">{name}</h4>
      <p
        className="clash-words scrolls selectable"
        dir="auto"
        tabIndex={0}
        role="group"
        aria-label={`${name}, the words`}
      >
        {parts.length === 0 && <i>Nothing</i>}
        {parts.map((part, index) => (
          <Words key={index} part={part} isFirst={index === 0} />
        ))}
      </p>
    </section>
  );
}

function Words({ part: { kind, text }, isFirst }: { readonly part: DiffPart; readonly isFirst: boolean }) {
  const space = isFirst ? '' : ' ';
  if (kind === 'same') return `${space}${text}`;
  return (
    <>
      {space}
      {kind === 'removed' ? <del>{text}</del> : <mark>{text}</mark>}
    </>
  );
}
