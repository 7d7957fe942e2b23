import { expect, it } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { keepOneChosen } from '../../../../renderer/review/keepOneChosen.ts';
import { StoryComments } from '../../../../renderer/review/StoryComments.ts';
import { StorySuggestions } from '../../../../renderer/review/StorySuggestions.ts';
import { newThreadId } from '../../../../shared/story/ids.ts';

const host = {
  page: () => null,
  onChange: () => () => undefined,
  focusPage: () => undefined,
  announce: () => undefined,
};

it('has one card of the margin chosen, a comment or a suggestion', () => {
  const comments = new StoryComments({ ...host, library: new FakeLibrary(), storyId: () => null });
  const suggestions = new StorySuggestions({ ...host, person: () => 'Leila' });
  keepOneChosen(comments, suggestions);
  const chosen = () => [comments.chosen.value, suggestions.chosen.value];
  const thread = newThreadId();

  suggestions.choose('layer/words');
  expect(chosen()).toEqual([null, 'layer/words']);
  comments.choose(thread);
  expect(chosen()).toEqual([thread, null]);
  suggestions.choose('layer/words');
  expect(chosen()).toEqual([null, 'layer/words']);
  comments.choose(null);
  expect(chosen()).toEqual([null, 'layer/words']);
  comments.beginOnStory();
  expect(chosen()).toEqual([comments.draft.value?.id, null]);
});
