import { X } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useSignal } from '../ui/Signal.ts';
import type { Notice } from './Notices.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** The sentences at the foot of the page; errors interrupt, notes wait their turn. */
export function NoticeList() {
  const { notices } = useWorkspace();
  const list = useSignal(notices.list);
  return (
    <div className="notices" aria-live="polite">
      {list.map((notice) => (
        <div
          key={notice.id}
          className="notice"
          data-kind={notice.kind}
          role={notice.kind === 'error' ? 'alert' : undefined}
          onPointerEnter={() => notices.hold(notice.id)}
        >
          <p className="selectable">{notice.message}</p>
          {notice.way && <NoticeWay notice={notice} way={notice.way} />}
          <IconButton icon={X} label="Dismiss" size="small" onClick={() => notices.close(notice.id)} />
        </div>
      ))}
    </div>
  );
}

interface NoticeWayProps {
  readonly notice: Notice;
  readonly way: NonNullable<Notice['way']>;
}

function NoticeWay({ notice, way }: NoticeWayProps) {
  const { notices } = useWorkspace();
  return (
    <Button
      look="link"
      onClick={() => {
        notices.close(notice.id);
        way.run();
      }}
    >
      {way.label}
    </Button>
  );
}
