import { useEffect, useState } from 'react';
import { isForPage } from '../../shared/media/isForPage.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** Files are dragged, and not all of them are pictures for the page. */
function carriesDocuments(data: DataTransfer): boolean {
  if (!data.types.includes('Files')) return false;
  const files = [...data.items].filter((item) => item.kind === 'file');
  return files.length === 0 || files.some((item) => !isForPage(item));
}

/**
 * Documents may be dropped anywhere. Pictures and recordings belong to the page: over it the editor takes them; beside it they are put
 * where the caret is. Nothing dropped ever makes the window navigate.
 */
export function DropZone() {
  const workspace = useWorkspace();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const onEnter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      depth += 1;
      setIsOver(carriesDocuments(event.dataTransfer));
    };
    const onLeave = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const onOver = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent) => {
      depth = 0;
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      const documents = files.filter((file) => !isForPage(file));
      const pictures = files.filter(isForPage);
      const handle = workspace.desk.handle.value;
      if (pictures.length > 0 && handle) handle.insertPictures(pictures);
      else if (pictures.length > 0) workspace.notices.show('Open a story first, then drop the picture on its page.');
      if (documents.length > 0) void workspace.importFiles(documents);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [workspace]);
  if (!isOver) return null;
  return (
    <div className="drop-veil">
      <p className="drop-words">
        Drop to open as a story
        <small>Word, Markdown, HTML, text, or a Stet package</small>
      </p>
    </div>
  );
}
