import type { Estimate } from '../../shared/targets/job.ts';
import { isWire, type ListedTarget } from '../../shared/targets/target.ts';
import { byteSize } from '../ui/byteSize.ts';
import { countText } from '../ui/countText.ts';
import { fullTime } from '../ui/relativeTime.ts';

interface SendCostProps {
  readonly estimate: Estimate;
  readonly target: ListedTarget;
  readonly isMetered: boolean;
  readonly onMetered: (isMetered: boolean) => void;
}

/** What a story becomes at the target, in a sentence. */
function willDo({ isUpdate, sentAt }: Estimate, { kind, profile }: ListedTarget): string {
  const when = sentAt === null ? '' : ` sent on ${fullTime(sentAt)}`;
  const way = kind === 'folder' ? 'Writes' : 'Sends';
  if (isWire(kind)) return isUpdate ? `${way} a newer version of what was${when}.` : `${way} a new item.`;
  if (isUpdate) return `Updates the post${when} in place.`;
  if (profile.status === 'publish') return 'Makes a new post and publishes it.';
  return profile.status === 'pending' ? 'Makes a new post, waiting for review.' : 'Makes a new draft.';
}

/** What sending will do and how many bytes it takes, picture by picture. */
export function SendCost({ estimate, target, isMetered, onMetered }: SendCostProps) {
  const { textBytes, pictures, warnings, older } = estimate;
  const toSend = pictures.filter(({ isThere }) => !isThere);
  const pictureBytes = toSend.reduce((sum, { bytes }) => sum + bytes, 0);
  const there = pictures.length - toSend.length;
  return (
    <div className="send-cost" role="group" aria-label="What will be sent">
      <p className="send-does">{willDo(estimate, target)}</p>
      {older && (
        <p className="send-older">
          {older.isUnderWay
            ? `An older version, of ${fullTime(older.createdAt)}, is being sent right now; this one follows it.`
            : `Takes the place of the version that waits in the outbox since ${fullTime(older.createdAt)}.`}
        </p>
      )}
      {warnings.length > 0 && (
        <ul className="send-warnings" aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <p className="send-total">
        {byteSize(textBytes + pictureBytes)} to send: text {byteSize(textBytes)}
        {toSend.length > 0 && `, ${countText(toSend.length, 'picture', 'pictures')} ${byteSize(pictureBytes)}`}
        {there > 0 && `; ${countText(there, 'picture is', 'pictures are')} there already`}
      </p>
      {pictures.length > 0 && (
        <ul className="send-pictures scrolls" aria-label="Pictures" tabIndex={0}>
          {pictures.map(({ name, bytes, isThere }) => (
            <li key={name} data-there={isThere || undefined}>
              <span className="send-picture" dir="auto" title={name}>
                {name}
              </span>
              <span>{isThere ? 'there already' : byteSize(bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      {toSend.length > 0 && !isWire(target.kind) && (
        <label className="check">
          <input type="checkbox" checked={isMetered} onChange={(event) => onMetered(event.target.checked)} />
          Text first, pictures when I say
        </label>
      )}
    </div>
  );
}
