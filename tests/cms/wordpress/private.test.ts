import { describe, expect, it } from 'vitest';
import { paragraph } from '../NewsroomLibrary.ts';
import { layDesk, wordPress } from './StoryDesk.ts';

describe.skipIf(!wordPress)('what is to stay here, at a WordPress', () => {
  const own = layDesk();
  const kept = { private: ['byline', 'dateline', 'keywords'] } as const;

  it('is not there, and what the desk put there itself is left alone', async () => {
    const { story, blocks } = await own.story(`kept${Date.now()}`);
    const target = own.target('editor', { ...kept, private: [...kept.private] });
    own.desk.change(story, blocks, { byline: 'Ayesha Khan', dateline: 'Sukkur', keywords: ['water'] });
    const { remoteId } = await own.desk.sent(story, target);
    const first = await own.reader.post(remoteId);
    expect(JSON.stringify(first)).not.toMatch(/Ayesha|Sukkur/);
    expect(first.tags).toEqual([]);
    const tag = (await own.reader.ask('POST', 'tags', { name: `tag${Date.now()}` })) as { readonly id: number };
    await own.reader.change(remoteId, { tags: [tag.id], meta: { newsroom_byline: 'The desk' } });
    own.desk.change(story, [...blocks, paragraph('A last line.')]);
    await own.desk.sent(story, target);
    expect(await own.reader.post(remoteId)).toMatchObject({ tags: [tag.id], meta: { newsroom_byline: 'The desk' } });
  });

  it('does not take from a post that was opened what the post had', async () => {
    const { story, blocks } = await own.story(`source${Date.now()}`);
    own.desk.change(story, blocks, { byline: 'Ayesha Khan', keywords: [`water${Date.now()}`] });
    const { remoteId } = await own.desk.sent(story, own.target());
    const before = await own.reader.post(remoteId);
    expect(before.tags).toHaveLength(1);
    const target = own.target('editor', { ...kept, private: [...kept.private] });
    const { storyId } = await own.desk.library.remotes.open({ targetId: target.id, remoteId, hasFiles: true });
    const opened = own.desk.library.access.readStory(storyId);
    expect(opened.fields.byline).toBe('Ayesha Khan');
    own.desk.change(opened, [...opened.blocks, paragraph('A last line.')]);
    await own.desk.sent(opened, target);
    const after = await own.reader.post(remoteId);
    expect(after.content.raw).toContain('A last line.');
    expect(after.content.raw).toContain('Ayesha Khan');
    expect([after.tags, after.meta]).toEqual([before.tags, before.meta]);
  });
});
