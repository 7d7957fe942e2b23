import { useState } from 'react';
import type { PreviewFile } from '../../shared/ipc/librarySchemas.ts';
import { byteSize } from '../ui/byteSize.ts';
import { Player } from '../ui/Player.tsx';
import { PreviewRendition } from './PreviewRendition.tsx';

/** More text than this (characters) is not drawn: nobody reads it here, and the window would stall. */
const MAX_SHOWN = 200_000;

/** The files of an export, and one of them in full: text as it will be written, never rendered, or the picture. */
export function PreviewFiles({ files }: { readonly files: readonly PreviewFile[] }) {
  const [chosen, setChosen] = useState(0);
  const file = files[chosen];
  return (
    <div className="preview">
      <ul className="preview-files" aria-label="Files">
        {files.map((entry, index) => (
          <li key={entry.name}>
            <button
              type="button"
              className="preview-file"
              aria-current={index === chosen ? 'true' : undefined}
              onClick={() => setChosen(index)}
            >
              <span className="preview-name">{entry.name}</span>
              <span className="preview-size">{byteSize(entry.bytes)}</span>
            </button>
          </li>
        ))}
      </ul>
      {file && <FileContent file={file} />}
    </div>
  );
}

const PLAYABLE = ['video', 'audio'] as const;

function FileContent({ file }: { readonly file: PreviewFile }) {
  const read = file.text ?? file.words;
  if (read !== null) {
    return (
      <>
        {file.text === null && (
          <p className="preview-note">What there is to read in it; how it looks, shows the program that opens it.</p>
        )}
        <pre className="preview-text scrolls selectable" tabIndex={0} dir="auto" aria-label={file.name} role="region">
          {read.slice(0, MAX_SHOWN)}
          {read.length > MAX_SHOWN && '\n\n… the rest is not shown here, and will be written.'}
        </pre>
      </>
    );
  }
  if (file.rendition)
    return <PreviewRendition key={file.name} name={file.name} type={file.mime} rendition={file.rendition} />;
  const kind = PLAYABLE.find((medium) => file.mime.startsWith(`${medium}/`));
  if (file.assetId !== null && kind) {
    return (
      <div className="preview-picture">
        <Player kind={kind} src={`media://asset/${file.assetId}?size=original`} aria-label={file.name} />
      </div>
    );
  }
  if (file.assetId !== null) {
    return (
      <div className="preview-picture">
        <img src={`media://asset/${file.assetId}?size=page`} alt={file.name} />
      </div>
    );
  }
  return (
    <p className="preview-none">
      {file.mime} file, {byteSize(file.bytes)}
    </p>
  );
}
