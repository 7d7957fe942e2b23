import { describe, expect, it } from 'vitest';
import { layDesk, wordPress } from './StoryDesk.ts';

describe.skipIf(!wordPress)('a byline that is to be the post’s author', () => {
  const own = layDesk();

  async function sent(role: 'editor' | 'author', byline: string) {
    const { story, blocks } = await own.story(`author${Date.now()}`);
    const target = own.target(role, { byline: 'siteAuthor' });
    own.desk.change(story, blocks, { byline });
    const { differences, remoteId } = await own.desk.sent(story, target);
    const { author, content } = await own.reader.post(remoteId);
    return { author, hasLine: content.raw.includes('"className":"byline"'), differences };
  }

  it('is the user of that name, and no line in the text', async () => {
    expect(await sent('editor', 'By Contributor')).toEqual({
      ...{ author: wordPress?.people.contributor.id, hasLine: false, differences: [] },
    });
    expect(await sent('author', 'author')).toEqual({
      ...{ author: wordPress?.people.author.id, hasLine: false, differences: [] },
    });
  });

  it.each([
    ['editor', 'By Sadia Memon', 'The site has no user called “Sadia Memon”'],
    ['editor', 'By contributor and author', 'A post has one author, and the byline names 2'],
    ['author', 'By editor', 'Your account may not write in somebody else’s name'],
  ] as const)(
    'is a line in the text where that cannot be, and the receipt says why: %s, %s',
    async (role, byline, why) => {
      expect(await sent(role, byline)).toEqual({
        author: wordPress?.people[role].id,
        hasLine: true,
        differences: [`${why}: the byline stands in the text.`],
      });
    },
  );

  it('stays whoever the site has made of it', async () => {
    const { story, blocks } = await own.story(`kept${Date.now()}`);
    const target = own.target('editor', { byline: 'siteAuthor' });
    own.desk.change(story, blocks, { byline: 'contributor' });
    const { remoteId } = await own.desk.sent(story, target);
    await own.reader.change(remoteId, { author: wordPress?.people.author.id });
    own.desk.change(story, blocks, { deck: 'Later' });
    await own.desk.sent(story, target);
    expect((await own.reader.post(remoteId)).author).toBe(wordPress?.people.author.id);
  });
});
