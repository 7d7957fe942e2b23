/**
 * JSON with one spelling for one value: keys sorted by code unit, no spaces, `undefined` left out. Two equal values give
 * the same characters on every machine, so their hashes can be compared. Throws on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('Not a number JSON can hold');
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError(`Not a value JSON can hold: ${typeof value}`);
    return text;
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const part = (value as Record<string, unknown>)[key];
    if (part !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(part)}`);
  }
  return `{${parts.join(',')}}`;
}
