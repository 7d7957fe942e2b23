import { useRef } from 'react';
import { acceleratorText } from '../../../shared/actions/acceleratorText.ts';
import { Button } from '../../ui/Button.tsx';
import { TextPopover } from '../TextPopover.tsx';
import { isMac } from '../toolbar/isMac.ts';
import { findAction } from '../toolbar/toolbarItems.ts';
import type { QuoteActions } from './QuoteActions.ts';
import { QuoteDiff } from './QuoteDiff.tsx';
import { quoteRemarks, STATE_NAMES, stateSentence, stateTone } from './quoteSentences.ts';
import type { QuoteView } from './quoteViews.ts';

interface QuotePopoverProps {
  readonly view: QuoteView;
  /** Of the story's printed words, 0 to 1. */
  readonly share: number;
  readonly anchor: HTMLElement | null;
  readonly returnTo: { focus(): void };
  readonly actions: QuoteActions;
}

interface Way {
  readonly action: 'quote.showSource' | 'quote.repull' | 'quote.keep' | 'quote.moveToSource' | 'quote.attribute';
  readonly run: () => Promise<void>;
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** What can be done about a pull-quote in its state. */
function waysOn({ quote, state, kept, passages, isBesideSource, proposal }: QuoteView, actions: QuoteActions): Way[] {
  const { id } = quote;
  const hasSource = passages.length > 0;
  const differs = state.kind !== 'exact' && state.kind !== 'empty';
  const ways: (Way | false)[] = [
    hasSource && { action: 'quote.showSource', run: () => actions.showSource(id) },
    hasSource && differs && { action: 'quote.repull', run: () => actions.repull(id) },
    differs && !kept && { action: 'quote.keep', run: () => actions.keep(id) },
    hasSource && !isBesideSource && { action: 'quote.moveToSource', run: () => actions.moveToSource(id) },
    proposal !== null && { action: 'quote.attribute', run: () => actions.attribute(id) },
  ];
  return ways.filter((way) => way !== false);
}

/** What is known of a pull-quote and its source, and what can be done about it. */
export function QuotePopover({ view, share, anchor, returnTo, actions }: QuotePopoverProps) {
  const first = useRef<HTMLButtonElement>(null);
  const { quote, state, kept, proposal } = view;
  const ways = waysOn(view, actions);
  const close = () => actions.opened.set(null);
  const remarks = quoteRemarks(view);
  return (
    <TextPopover
      label="Pull quote and its source"
      anchor={anchor}
      align={anchor?.querySelector('.slot-quote:dir(rtl)') ? 'end' : 'start'}
      initialFocus={first}
      onClose={close}
      giveBack={returnTo}
    >
      <div className="quote-popover">
        <p className="quote-popover-state" data-tone={stateTone(view)}>
          <strong>{STATE_NAMES[state.kind]}</strong> {stateSentence(view)}
        </p>
        {state.kind === 'drifted' && <QuoteDiff diff={state.diff} />}
        {state.kind === 'spliced' && state.match.leftOut.length > 0 && (
          <p>
            Left out:{' '}
            {state.match.leftOut.map((words, at) => (
              <bdi key={`${at}${words}`}>
                {at > 0 && ', '}
                <q>{words}</q>
              </bdi>
            ))}
          </p>
        )}
        {state.kind === 'orphaned' && (
          <p>
            It was: <q dir="auto">{state.passage}</q>
          </p>
        )}
        {kept && (
          <p>
            Kept as it is{kept.by ? ` by ${kept.by}` : ''}, {day.format(new Date(kept.at))}.{' '}
            <Button look="link" onClick={() => void actions.unkeep(quote.id)}>
              No longer keep
            </Button>
          </p>
        )}
        {proposal && (
          <p>
            Likely said by <bdi>{proposal.text}</bdi>: <q dir="auto">{proposal.evidence}</q>
          </p>
        )}
        <div className="quote-ways" role="group" aria-label="What to do">
          {ways.map(({ action, run }, at) => {
            const { label, accelerator } = findAction(action);
            return (
              <button
                key={action}
                ref={at === 0 ? first : undefined}
                type="button"
                onClick={() => {
                  close();
                  void run();
                }}
              >
                {label}
                {accelerator && <kbd className="keys">{acceleratorText(accelerator, isMac)}</kbd>}
              </button>
            );
          })}
          <button
            ref={ways.length === 0 ? first : undefined}
            type="button"
            onClick={() => {
              close();
              void actions.suggest();
            }}
          >
            Suggest pull-quotes…
          </button>
        </div>
        <p className="quote-share">
          {[...remarks, `Pull-quotes are ${Math.round(share * 100)}% of the story’s words`].join(' · ')}
        </p>
      </div>
    </TextPopover>
  );
}
