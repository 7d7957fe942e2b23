import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { beforeAll, describe, expect, it } from 'vitest';
import { STORY_FORMAT, storySchema, type Story } from '../../../../shared/story/story.ts';
import { storyJsonSchema } from '../../../../shared/story/storyJsonSchema.ts';
import { arbitraryStory } from '../../../fixtures/arbitraryStory.ts';
import { HARBOUR_STORY } from '../../../fixtures/export/harbourStory.ts';

const PUBLISHED = join(import.meta.dirname, '../../../../shared/story/story.schema.json');

let isValid: (data: unknown) => boolean;

beforeAll(() => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  // The pattern beside it says the same, and more strictly.
  ajv.addFormat('date-time', true);
  isValid = ajv.compile(JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Record<string, unknown>);
});

describe('the published JSON Schema', () => {
  it('is what the code says; `vitest -u` writes it anew', async () => {
    const text = await format(JSON.stringify(storyJsonSchema()), {
      ...(await resolveConfig(PUBLISHED)),
      parser: 'json',
    });
    await expect(text).toMatchFileSnapshot(PUBLISHED);
  });

  it('takes every story we can write', () => {
    expect(isValid(HARBOUR_STORY)).toBe(true);
    fc.assert(fc.property(arbitraryStory, (story) => isValid(structuredClone(story))));
  });

  it.each<[what: string, change: (story: Story) => unknown]>([
    ['no id', ({ id: _id, ...story }) => story],
    ['an id of another shape', (story) => ({ ...story, id: story.id.toUpperCase() })],
    ['a newer format', (story) => ({ ...story, format: STORY_FORMAT + 1 })],
    ['a field nobody knows', (story) => ({ ...story, mood: 'hopeful' })],
    ['a time without a zone', (story) => ({ ...story, updatedAt: '2025-10-02T11:45:30' })],
    ['a day that never was', (story) => ({ ...story, updatedAt: '2025-02-30T11:45:30Z' })],
    ['a status nobody knows', (story) => ({ ...story, fields: { ...story.fields, status: 'lost' } })],
    ['an urgency of nine', (story) => ({ ...story, fields: { ...story.fields, priority: 9 } })],
    ['a kind of block nobody knows', (story) => ({ ...story, blocks: [{ ...story.blocks[1], type: 'video' }] })],
    ['a heading of level 1', (story) => ({ ...story, blocks: [{ ...story.blocks[4], level: 1 }] })],
    ['a run without characters', (story) => withContent(story, [{ type: 'text', text: '' }])],
    ['a mark that is no name', (story) => withContent(story, [{ type: 'text', text: 'x', marks: ['<b>'] }])],
    [
      'a link in a link',
      (story) => withContent(story, [{ type: 'link', url: 'a', children: [{ type: 'link', url: 'b', children: [] }] }]),
    ],
    ['an asset named by hand', (story) => ({ ...story, blocks: [{ ...story.blocks[0], assetId: 'lead.jpg' }] })],
    ['an item with two lists, far down', (story) => ({ ...story, blocks: [nested(12)] })],
  ])('refuses a story with %s, as we do', (_what, change) => {
    const changed = change(HARBOUR_STORY);
    expect(isValid(changed)).toBe(false);
    expect(storySchema.safeParse(changed).success).toBe(false);
  });

  it('and our own check agree on stories with one value turned into another', () => {
    const junk = fc.constantFrom<unknown>(null, '', 'x', 0, -1, 1.5, true, [], {}, ['x'], undefined);
    fc.assert(
      fc.property(arbitraryStory, fc.nat(), junk, (story, seed, value) => {
        const data = JSON.parse(JSON.stringify(story)) as Record<string, unknown>;
        const places = allPlaces(data);
        const place = places[seed % places.length];
        if (!place) return;
        (place.holder as Record<string | number, unknown>)[place.key] = value;
        const sent = JSON.parse(JSON.stringify(data)) as unknown;
        expect(isValid(sent)).toBe(storySchema.safeParse(sent).success);
      }),
      { numRuns: 400 },
    );
  });
});

function withContent(story: Story, content: unknown): unknown {
  return { ...story, blocks: [{ ...story.blocks[1], content }] };
}

/** A list in a list in a list, broken at the very bottom. */
function nested(depth: number): unknown {
  let item: unknown = { content: [], lists: [] };
  for (let level = 0; level < depth; level += 1) item = { content: [], list: { kind: 'bulleted', items: [item] } };
  return { id: 'abcdefabcdef', type: 'list', kind: 'bulleted', items: [item] };
}

interface DataPlace {
  readonly holder: object;
  readonly key: string | number;
}

/** Every value in a piece of data, by where it stands. */
function allPlaces(data: unknown): DataPlace[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [{ holder: data, key }, ...allPlaces(value)]);
}
