import type { Receipt } from '../../shared/targets/receipt.ts';
import { receiptStatus } from '../../shared/targets/receiptStatus.ts';
import { Button } from '../ui/Button.tsx';
import { byteSize } from '../ui/byteSize.ts';
import { countText } from '../ui/countText.ts';
import './receipt.css';

interface SentReceiptProps {
  readonly receipt: Receipt;
  readonly onOpen: (url: string) => void;
}

/** The proof that a story arrived: what the target has now, and what it has otherwise than it was sent. */
export function SentReceipt({ receipt, onOpen }: SentReceiptProps) {
  const { url, editUrl, status, answer = '', pictures, bytes, differences, sha256 } = receipt;
  return (
    <div className="sent-receipt">
      <p className="sent-facts">
        {status !== '' && <span>{receiptStatus(status)}</span>}
        <span>{countText(pictures, 'picture', 'pictures')}</span>
        <span>{byteSize(bytes)}</span>
        <code title={sha256}>{sha256.slice(0, 8)}</code>
      </p>
      {answer !== '' && (
        <p className="selectable" dir="auto">
          It answered: {answer}
        </p>
      )}
      {url !== '' && (
        <p className="sent-url selectable" dir="ltr">
          {url}
        </p>
      )}
      {differences.length > 0 && (
        <>
          <p className="sent-otherwise">Otherwise than it was sent:</p>
          <ul className="sent-differences selectable">
            {differences.map((difference) => (
              <li key={difference} dir="auto">
                {difference}
              </li>
            ))}
          </ul>
        </>
      )}
      {isWeb(url) && (
        <Button look="link" onClick={() => onOpen(url)}>
          Open on the site
        </Button>
      )}
      {isWeb(editUrl) && (
        <Button look="link" onClick={() => onOpen(editUrl)}>
          Edit on the site
        </Button>
      )}
    </div>
  );
}

/** A folder's receipt has a path, or nothing. */
function isWeb(url: string): boolean {
  return /^https?:\/\//.test(url);
}
