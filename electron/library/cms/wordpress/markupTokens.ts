const PIECE =
  /<!--\s+\/?wp:[a-z][a-z0-9_/-]*\s+(?:\{(?:(?!\}\s+\/?-->)[\s\S])*\}\s+)?\/?-->|<!--[\s\S]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>|\s+|[^\s<]+|</gi;
const OPENING = /^(<!--\s+wp:[a-z][a-z0-9_/-]*) \{([\s\S]*)\} (\/?-->)$/;
const TAG = /^(<[a-z][a-z0-9-]*)((?:\s+[^\s=>/"']+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]*))?)*)(\s*\/?>)$/i;

/** What a token is; it also keeps a token from being the name of a property of objects. */
type Kind = 'text' | 'open' | 'member' | 'close';
const MARK: Readonly<Record<Kind, string>> = { text: '=', open: '{', member: ':', close: '}' };

/**
 * Block markup as tokens a change can be followed by: each attribute of a block and of a tag, each word. Put together again
 * (`writeMarkup`) they are the same to the byte.
 */
export function readMarkup(markup: string): string[] {
  return [...markup.matchAll(PIECE)].flatMap(([piece]) => readDelimiter(piece) ?? readTag(piece) ?? [`=${piece}`]);
}

/** The markup of tokens, or null where they are in no order that makes any. */
export function writeMarkup(tokens: readonly string[]): string | null {
  let markup = '';
  let members: string[] | null = null;
  for (const token of tokens) {
    const [mark, text] = [token[0], token.slice(1)];
    if (mark === MARK.open) {
      if (members) return null;
      markup += text;
      members = [];
    } else if (mark === MARK.member) {
      if (!members) return null;
      members.push(text);
    } else if (mark === MARK.close) {
      if (!members) return null;
      markup += `${members.length === 0 ? '' : ` {${members.join(',')}}`} ${text}`;
      members = null;
    } else {
      if (members) return null;
      markup += text;
    }
  }
  return members ? null : markup;
}

/** A block’s opening comment with its attributes apart; null for anything else, and for one written in an unusual way. */
function readDelimiter(piece: string): string[] | null {
  const plain = /^(<!-- wp:[a-z][a-z0-9_/-]*) (\/?-->)$/.exec(piece);
  if (plain) return [`{${plain[1]}`, `}${plain[2]}`];
  const [, opening, json, end] = OPENING.exec(piece) ?? [];
  if (opening === undefined || json === undefined) return null;
  const members = splitMembers(json);
  return members && [`{${opening}`, ...members.map((member) => `:${member}`), `}${end}`];
}

/** The members of a JSON object as they are written, or null where it is not written without blanks. */
function splitMembers(json: string): string[] | null {
  const members: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    const [sign] = match;
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === ',' && depth === 0) {
      members.push(json.slice(from, match.index));
      from = match.index + 1;
    }
  }
  members.push(json.slice(from));
  return depth === 0 && members.every((member) => /^"(?:[^"\\]|\\.)*":\S/.test(member)) ? members : null;
}

function readTag(piece: string): string[] | null {
  const [, name, attributes, end] = TAG.exec(piece) ?? [];
  if (name === undefined || attributes === undefined) return null;
  const each = attributes.match(/\s+[^\s=>/"']+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/g) ?? [];
  return [name, ...each, end ?? '>'].map((token) => `=${token}`);
}
