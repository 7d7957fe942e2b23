import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { useSignal } from '../ui/Signal.ts';
import { placeBeside, windowBox } from '../ui/placeBeside.ts';
import { FindingItem } from './FindingItem.tsx';
import { findingName } from './findingGroups.ts';
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
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === 'closed') close.current();
    };
    const onInput = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) close.current();
    };
    element.addEventListener('toggle', onToggle);
    document.addEventListener('beforeinput', onInput, true);
    element.showPopover();
    document.documentElement.dataset['findingCard'] = '';
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const isRtl = getComputedStyle(anchor).direction === 'rtl';
    const align = isRtl ? 'start' : 'end';
    const placing = { side: 'below', align, gap: 4 } as const;
    const { left, top } = placeBeside(anchor.getBoundingClientRect(), size, windowBox(), placing);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    if (takesKeyboard) element.querySelector('button')?.focus();
    return () => {
      delete document.documentElement.dataset['findingCard'];
      element.removeEventListener('toggle', onToggle);
      document.removeEventListener('beforeinput', onInput, true);
      const hadKeyboard = element.contains(document.activeElement) || document.activeElement === document.body;
      element.hidePopover();
      if (hadKeyboard && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
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
