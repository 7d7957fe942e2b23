import type { Story } from '../../story/story.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { storyDirection, type Direction } from '../textDirection.ts';
import { attributes, escapeText } from './escapeHtml.ts';
import { languageAttributes } from './htmlBlock.ts';
import { htmlBody } from './htmlBody.ts';

/**
 * A story as a complete page: `article` with headline, deck and byline in its `header`, the dateline before the first
 * paragraph's words (or on its own where there is no paragraph), then the blocks. `lang` and `dir` are on the root, and
 * again wherever a block differs. The desk's own fields (status, notes, desk, slug) stay at home. `policy` says what the
 * page may load; `looks` are the lines of its head that make it look like something.
 */
export function htmlPage(
  story: Story,
  pictures: ExportPictures,
  { policy, looks }: { readonly policy: string; readonly looks: readonly string[] },
): string {
  const { fields } = story;
  const around = storyDirection(story);
  const title = [fields.headline, fields.slug].find((text) => !isBlank(text)) ?? 'Untitled story';
  return [
    '<!doctype html>',
    `<html${attributes({ lang: fields.language || undefined, dir: around })}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Stet">',
    `<title>${escapeText(title.trim())}</title>`,
    ...named('author', fields.byline),
    ...named('description', fields.deck),
    ...looks,
    '</head>',
    '<body>',
    '<article>',
    ...header(story, around),
    ...htmlBody(story, pictures),
    '</article>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function named(name: string, content: string): string[] {
  return isBlank(content) ? [] : [`<meta${attributes({ name, content: cleanText(content).trim() })}>`];
}

function header({ fields }: Story, around: Direction): string[] {
  const line = (tag: string, name: string | undefined, text: string): string[] => {
    if (isBlank(text)) return [];
    return [
      `<${tag}${attributes({ class: name, ...languageAttributes({}, text, around) })}>${escapeText(text)}</${tag}>`,
    ];
  };
  const lines = [
    ...line('h1', undefined, fields.headline),
    ...line('p', 'deck', fields.deck),
    ...line('p', 'byline', fields.byline),
  ];
  return lines.length > 0 ? ['<header>', ...lines, '</header>'] : [];
}
