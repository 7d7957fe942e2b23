import { foldText } from '../../lang/foldText.ts';

/** Link texts that do not say where they lead, in the languages a desk meets. */
const PHRASES: readonly string[] = [
  ...['here', 'click here', 'see here', 'read here', 'this', 'this link', 'link', 'the link', 'this page'],
  ...['more', 'read more', 'learn more', 'find out more', 'see more', 'more here', 'continue reading'],
  ...['هنا', 'من هنا', 'اضغط هنا', 'إضغط هنا', 'انقر هنا', 'اضغطوا هنا', 'انقروا هنا', 'الرابط', 'رابط', 'هذا الرابط'],
  ...['المزيد', 'للمزيد', 'اقرأ المزيد', 'إقرأ المزيد', 'اقرأ أيضا', 'لمعرفة المزيد'],
  ...['כאן', 'לחצו כאן', 'לחץ כאן', 'לחצי כאן', 'קישור', 'לינק', 'קישור זה', 'הקישור הזה', 'בקישור הזה'],
  ...['עוד', 'קראו עוד', 'קרא עוד', 'לקריאה נוספת', 'להמשך קריאה', 'למידע נוסף'],
  ...['ici', 'cliquez ici', 'cliquer ici', 'voir ici', 'lire ici', 'lien', 'ce lien', 'le lien', 'cette page'],
  ...['lire la suite', 'lire plus', 'en savoir plus', 'la suite', 'plus'],
  ...['یہاں', 'یہاں کلک کریں', 'مزید', 'مزید پڑھیں', 'یہ لنک'],
  ...['aquí', 'haga clic aquí', 'haz clic aquí', 'este enlace', 'leer más', 'más información'],
  ...['hier klicken', 'klicken sie hier', 'dieser link', 'mehr lesen', 'weiterlesen', 'mehr erfahren'],
];

const KNOWN = new Set(PHRASES.map(plain));

/** Whether a link text is one of those that say nothing, whatever its case, accents, arrows and full stops. */
export function isEmptyLinkText(text: string): boolean {
  return KNOWN.has(plain(text));
}

function plain(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
