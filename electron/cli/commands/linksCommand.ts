import { linkStateText, type LinkState } from '../../../shared/links/linkState.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { visibleLine } from '../terminal/visibleText.ts';

const BAD: readonly LinkState['state'][] = ['gone', 'silent'];

/** `stet links`. */
export const linksCommand = defineCommand({
  name: 'links',
  summary: 'list a story’s links, and ask whether they still answer',
  operands: { name: 'ID', most: 1 },
  description: [
    'Lists the links of a story with what was found out about them last. ID is the ID of the story, the beginning of it, ' +
      'or its slug. With --check each address is asked now: web addresses of the public internet only, and this computer ' +
      'where an address names it. Without it nothing is asked.',
    'Exit code 1 when a link is gone or does not answer.',
    'JSON: a list of {"url","text","state","detail","to","at"}; state is waiting, fine, moved, gone, silent, unsure or unasked.',
  ],
  options: {
    check: { type: 'boolean', help: 'ask the addresses now, over the network' },
  },
  async run({ operands: [wanted = ''], values: { check = false } }, { output, openLibrary }) {
    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    const links = await library.ask(check ? 'links.check' : 'links.list', { storyId });
    output.answer(links);
    if (links.length === 0 && !output.isJson) output.note('The story has no links.');
    for (const link of links) output.line(visibleLine(`${linkStateText(link)} — ${link.url}`));
    return links.some(({ state }) => BAD.includes(state)) ? EXIT.problem : EXIT.ok;
  },
});
