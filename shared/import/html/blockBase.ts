import { firstStrongDirection } from '../../export/textDirection.ts';
import { languageDirection } from '../../lang/languageDirection.ts';
import { newBlockId, type BlockId } from '../../story/ids.ts';

/** What every block begins with. */
export interface BlockBase {
  readonly id: BlockId;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
}

/**
 * A new block's id, language and direction. A direction is only kept where the words alone would run the other way, a
 * language only where it can be true: Word says `en-US` of Arabic as soon as the keyboard does.
 */
export function blockBase(
  text: string,
  said: { readonly language: string; readonly direction: 'ltr' | 'rtl' | null },
): BlockBase {
  const byText = firstStrongDirection(text);
  const { direction } = said;
  const language = byText !== null && languageDirection(said.language) === byText ? said.language : '';
  const isNeeded = direction !== null && direction !== byText && !(direction === 'ltr' && byText === null);
  return {
    id: newBlockId(),
    ...(language === '' ? {} : { language }),
    ...(isNeeded ? { direction } : {}),
  };
}
