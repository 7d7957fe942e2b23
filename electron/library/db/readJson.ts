/** The value a stored text holds, or undefined when it is no JSON (any more): damage is for the caller to decide about. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
