import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** What it does: its accessible name, and its tip with the shortcut after it. */
  readonly label: string;
  readonly keys?: string;
  readonly size?: 'small' | 'plain';
}

/** A button with a drawing on it; never without a name. */
export function IconButton({ icon: Icon, label, keys, size = 'plain', type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      title={keys ? `${label} (${keys})` : label}
      {...rest}
      type={type}
      aria-label={label}
      data-size={size}
      className="icon-button"
    >
      <Icon size={size === 'small' ? 14 : 17} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
