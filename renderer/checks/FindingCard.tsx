import { useEffect, useLayoutEffect, useRef } from 'react';
import { findingName, type Finding } from '../../shared/checks/finding.ts';
import { useSignal } from '../ui/Signal.ts';
import { openInTopLayer } from '../ui/openInTopLayer.ts';
import { putBeside } from '../ui/placeBeside.ts';
import { FindingItem } from './FindingItem.tsx';
import type { StoryChecks } from './StoryChecks.ts';
import './checks.css';

interface FindingCardProps {
  readonly checks: StoryChecks;
  /** Those of one place. */
  readonly findings: readonly Finding[];
  readonly by: string;
  /** What the card hangs on. */
  readonly anchor: HTMLElement;
  readonly takesKeyboard: boolean;
  readonly onClose: () => void;
}

/**
 * What the copy desk says of one place, beside its mark, with the ways to settle it. In the browser's own top layer: Escape
 * and a click elsewhere close it; so does writing on.
 */
export function FindingCard({ checks, findings, by, anchor, takesKeyboard, onClose }: FindingCardProps) {
  const current = useSignal(checks.current);
  const card = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return undefined;
    const before = document.activeElement;
    const onInput = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) close.current();
    };
    document.addEventListener('beforeinput', onInput, true);
    const hide = openInTopLayer(
      element,
      () => close.current(),
      () => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      },
    );
    document.documentElement.dataset['findingCard'] = '';
    const isRtl = getComputedStyle(anchor).direction === 'rtl';
    putBeside(element, anchor.getBoundingClientRect(), { side: 'below', align: isRtl ? 'start' : 'end', gap: 4 });
    if (takesKeyboard) element.querySelector('button')?.focus();
    return () => {
      delete document.documentElement.dataset['findingCard'];
      document.removeEventListener('beforeinput', onInput, true);
      hide();
    };
  }, [anchor, takesKeyboard]);

  return (
    <div ref={card} className="finding-card" role="dialog" aria-label="Findings" popover="auto">
      <ul className="check-list">
        {findings.map((finding) => (
          <FindingItem
            key={findingName(finding)}
            finding={finding}
            isCurrent={findingName(finding) === current}
            by={by}
            onReveal={() => {
              onClose();
              checks.goTo(finding);
            }}
            onFix={() => {
              onClose();
              checks.settle([finding]);
            }}
            onSkip={(reason, name) => {
              onClose();
              void checks.skip(finding, reason, name);
            }}
          />
        ))}
      </ul>
    </div>
  );
}
