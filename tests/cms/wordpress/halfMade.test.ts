import { describe, expect, it } from 'vitest';
import { layDesk, wordPress } from './StoryDesk.ts';

describe.skipIf(!wordPress)('a site that dies while it makes the smaller sizes of a picture', () => {
  const own = layDesk();

  it('has the picture already: it is finished there, not sent again', async () => {
    const mark = `halfmade${Date.now()}`;
    const { story } = await own.story(mark);
    const receipt = await own.desk.sent(story, own.target('editor', { lead: 'inText' }));
    expect(receipt).toMatchObject({ pictures: 1, differences: [] });
    const asked = own.line.requests.filter((line) => /^POST .*\/media/.test(line));
    expect(asked.map((line) => line.replace(/\d+/g, '0'))).toEqual([
      expect.stringMatching(/^POST \/wp-json\/wp\/v0\/media\?/),
      expect.stringMatching(/^POST \/wp-json\/wp\/v0\/media\/0\/post-process/),
    ]);
    const files = await own.reader.media(`the bank at ${mark}`);
    expect(files).toHaveLength(1);
    expect(Object.keys(files[0]?.media_details.sizes ?? {})).toEqual(expect.arrayContaining(['thumbnail', 'medium']));
    const [post] = await own.reader.posts(story.fields.headline);
    expect(post?.content.raw).toContain(`wp-image-${files[0]?.id}`);
  });
});
