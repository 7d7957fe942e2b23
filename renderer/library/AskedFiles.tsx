import type { AskedMedia } from '../../shared/handover/askedMedia.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';

interface AskedFilesProps {
  readonly asked: AskedMedia;
  /** Writes what is asked for. */
  readonly onSend: (ref: string) => void;
}

/** A colleague's request that was opened: what it asks for, and the way to send it. */
export function AskedFiles({ asked: { by, files, ref }, onSend }: AskedFilesProps) {
  return (
    <div className="import-asked">
      <p>
        <bdi>{by}</bdi> asks for {countText(files, 'picture or recording', 'pictures and recordings')} of a story you
        sent without {files === 1 ? 'it' : 'them'}.
      </p>
      <p className="import-reason">
        What goes out is what the version <bdi>{by}</bdi> has shows, and nothing else.
      </p>
      <Button onClick={() => onSend(ref)}>Send what is asked for…</Button>
    </div>
  );
}
