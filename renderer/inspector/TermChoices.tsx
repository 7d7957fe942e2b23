import { useEffect, useLayoutEffect, useRef } from 'react';
import { putBeside } from '../ui/placeBeside.ts';
import type { TermChoice } from './termChoices.ts';

interface TermChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly TermChoice[];
  /** -1: none is pointed at. */
  readonly current: number;
  /** The box the list hangs on. */
  readonly anchor: HTMLElement;
  readonly onChoose: (choice: TermChoice) => void;
  readonly onClose: () => void;
}

/** The terms on offer under a field. The keyboard stays in the field, which moves through them. */
export function TermChoices({ id, label, choices, current, anchor, onChoose, onClose }: TermChoicesProps) {
  const list = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    element.showPopover();
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node && (element.contains(event.target) || anchor.contains(event.target))))
        close.current();
    };
    window.addEventListener('pointerdown', closeOutside, true);
    window.addEventListener('resize', closeOutside);
    return () => {
      window.removeEventListener('pointerdown', closeOutside, true);
      window.removeEventListener('resize', closeOutside);
    };
  }, [anchor]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const box = anchor.getBoundingClientRect();
    element.style.width = `${box.width}px`;
    putBeside(element, box, { side: 'below', align: 'start', gap: 4 });
  }, [anchor, choices]);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <div ref={list} id={id} className="term-choices" role="listbox" aria-label={label} popover="manual">
      {choices.map((choice, index) => (
        <div
          key={choice.term}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          // The keyboard stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          <span dir="auto">{choice.name}</span>
          {choice.hint !== '' && (
            <span className="term-hint" dir="auto">
              {choice.hint}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
