import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at the foot. */
  readonly foot?: ReactNode;
  readonly size?: 'small' | 'wide' | 'page' | 'full';
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** A dialog that asks something grave; a click beside it does not close it. */
  readonly isAlert?: boolean;
}

/** A modal dialog: named by its title, closed by Escape, giving the keyboard back to where it was. */
export function Dialog({ title, onClose, children, foot, size = 'small', initialFocus, isAlert = false }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()} disablePointerDismissal={isAlert}>
      <Base.Portal>
        <Base.Backdrop className="dialog-veil" />
        <Base.Popup
          className="dialog"
          data-size={size}
          initialFocus={initialFocus}
          role={isAlert ? 'alertdialog' : 'dialog'}
        >
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
          </div>
          <div className="dialog-body scrolls">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
          {/* Last in order, so that the keyboard starts in the body. */}
          <Base.Close className="icon-button dialog-close" aria-label="Close" title="Close (Esc)">
            <X size={17} strokeWidth={1.75} aria-hidden />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
