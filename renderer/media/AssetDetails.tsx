import type { Asset, WordField } from '../../shared/media/asset.ts';
import { countText } from '../ui/countText.ts';
import { FIELD_LABELS, SOURCE_LABELS } from './fieldLabels.ts';

/** In the order of the screen. */
const FIELDS = Object.keys(FIELD_LABELS) as WordField[];

/** What a picture's file says, field by field: where it says so, and what other parts of the file say instead. */
export function AssetDetails({ asset }: { readonly asset: Asset }) {
  const { embedded, provenance = {} } = asset;
  const fields = FIELDS.filter((field) => embedded[field] !== undefined);
  if (fields.length === 0) return <p>The file says nothing about itself.</p>;
  const disputed = fields.filter((field) => (provenance[field]?.others.length ?? 0) > 0).length;
  return (
    <details className="asset-details">
      <summary>
        What the file says
        {disputed > 0 && (
          <span className="asset-dispute-count">{countText(disputed, 'disagreement', 'disagreements')}</span>
        )}
      </summary>
      <dl>
        {fields.map((field) => (
          <Field key={field} field={field} asset={asset} />
        ))}
      </dl>
    </details>
  );
}

function Field({ field, asset: { embedded, provenance = {} } }: { readonly field: WordField; readonly asset: Asset }) {
  const value = embedded[field];
  const place = provenance[field];
  return (
    <div className="asset-field">
      <dt>
        {FIELD_LABELS[field]}
        {place && <span className="asset-source">{SOURCE_LABELS[place.from]}</span>}
      </dt>
      <dd dir="auto" className="selectable">
        {typeof value === 'string' ? value : value?.join(', ')}
      </dd>
      {place?.others.map((other) => (
        <dd key={other.from} className="asset-dispute">
          <span className="asset-source">{SOURCE_LABELS[other.from]} disagrees</span>
          <span dir="auto" className="selectable">
            {other.value}
          </span>
        </dd>
      ))}
    </div>
  );
}
