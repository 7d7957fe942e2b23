/** What a template may ask a picture for. */
export const TEMPLATE_FIELDS = [
  'caption',
  'headline',
  'creator',
  'credit',
  'source',
  'copyright',
  'city',
  'country',
  'date',
] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** What a picture says of itself, ready to be set into a sentence; a field it says nothing of is absent or empty. */
export type TemplateFacts = Partial<Record<TemplateField, string>>;

/** Words to be typed, and where the caret goes in them (UTF-16 offset). */
export interface Filled {
  readonly text: string;
  readonly caret: number;
}

const HOLE = /\{([a-z]*)\}/g;

function isField(name: string): name is TemplateField {
  return TEMPLATE_FIELDS.some((field) => field === name);
}

/**
 * Fills the holes of a code's text: `{city}` becomes what the picture says; where it says nothing, or there is no picture,
 * `TK city` stands there for the writer and the checks to find. The first `{}` is where the caret goes, else the end. Braces
 * around anything else are words like others.
 */
export function fillTemplate(template: string, facts: TemplateFacts): Filled {
  let caret: number | null = null;
  let text = '';
  let last = 0;
  for (const match of template.matchAll(HOLE)) {
    const [hole, name = ''] = match;
    if (name === '' ? caret !== null : !isField(name)) continue;
    text += template.slice(last, match.index);
    last = match.index + hole.length;
    if (isField(name)) text += facts[name]?.trim() || `TK ${name}`;
    else caret = text.length;
  }
  text += template.slice(last);
  return { text, caret: caret ?? text.length };
}
