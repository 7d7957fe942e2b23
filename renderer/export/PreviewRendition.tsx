import { useEffect, useState } from 'react';
import type { PreviewRendition as Rendition } from '../../shared/ipc/librarySchemas.ts';
import { KEPT_LABELS, privateWords } from '../../shared/media/rendition.ts';

interface PreviewRenditionProps {
  readonly name: string;
  /** MIME. */
  readonly type: string;
  readonly rendition: Rendition;
}

/** A picture as it will be written, from its very bytes, with what it says and what was left out of it. */
export function PreviewRendition({ name, type, rendition }: PreviewRenditionProps) {
  const { bytes, width, height, report } = rendition;
  const address = useAddress(bytes, type);
  return (
    <div className="preview-rendition">
      <div className="preview-picture">{address !== null && <img src={address} alt={name} />}</div>
      <section className="preview-report scrolls selectable" aria-label="What the picture says" tabIndex={0}>
        <p className="preview-size">
          {width} × {height}
        </p>
        {report.removed.length > 0 && <p>Left out: {privateWords(report.removed)}.</p>}
        {report.kept.length === 0 && <p>It says nothing of itself.</p>}
        <dl>
          {report.kept.map(({ field, value }) => (
            <div key={field}>
              <dt>{KEPT_LABELS[field]}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        {report.moves && <p>It moves, and goes out with every frame, as large as it came.</p>}
      </section>
    </div>
  );
}

/** An address for bytes at hand, for as long as they are shown. */
function useAddress(bytes: Uint8Array, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address;
}
