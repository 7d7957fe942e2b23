import { NO_CODES, type CodeFile } from '../../shared/codes/codeFile.ts';
import {
  libraryRequests,
  type LibraryAnswer,
  type LibraryClient,
  type LibraryEvent,
  type LibraryEventData,
  type LibraryPayload,
  type LibraryRequest,
} from '../../shared/ipc/libraryContract.ts';
import type { ExportTarget, HistoryEntry, House, OpenedStory, Place } from '../../shared/ipc/librarySchemas.ts';
import { bringBack } from '../../shared/compare/bringBack.ts';
import { bringFieldsBack } from '../../shared/compare/passage.ts';
import { fail, StetError, succeed, type Result } from '../../shared/lang/result.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { newBlockId, newStoryId } from '../../shared/story/ids.ts';
import type { HandoverOrder } from '../../shared/handover/handover.ts';
import { blockText } from '../../shared/story/plainText.ts';
import { blankFields } from '../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../shared/story/story.ts';
import { putBlocks } from '../../shared/suggestions/putBlocks.ts';
import { withProgress } from '../../shared/workflow/progress.ts';
import type { GrammarNote } from '../../shared/grammar/Grammarian.ts';
import { FakeOutbox } from './FakeOutbox.ts';
import { FakePictures } from './FakePictures.ts';
import { queueOf, searchable, summarise } from './fakeRows.ts';
import { fakeDesk } from './fakeDesk.ts';
import { fakeReview } from './fakeReview.ts';
import { FakeRevisions } from './FakeRevisions.ts';
import { FakeSkips } from './FakeSkips.ts';
import { fold, usedCaptions } from './usedCaptions.ts';

interface Kept {
  story: Story;
  seq: number;
  place: Place | null;
  trashedAt: string | null;
}

type Handlers = { [Name in LibraryRequest]: (payload: LibraryPayload<Name>) => LibraryAnswer<Name> };

/**
 * A library in memory, for unit tests and design work: the same requests and events, the same failures for what is not
 * there. The contract suite in tests/contract/bridge holds it to what the real one does.
 */
export class FakeLibrary implements LibraryClient {
  readonly stories = new Map<StoryId, Kept>();
  readonly #pictures = new FakePictures();
  readonly assets = this.#pictures.assets;
  readonly outbox = new FakeOutbox(
    (id) => ({ title: this.#find(id).story.fields.headline }),
    ({ headline }) => {
      const story = this.#blank();
      story.fields.headline = headline;
      this.seed(story);
      this.#record(story.id, 'imported', 'Opened from a site');
      this.emit('stories.changed', { id: story.id });
      return story.id;
    },
    (name) => this.emit(name, {}),
  );
  readonly #revisions = new FakeRevisions(
    () => this.#now(),
    () => this.person,
  );
  readonly #history: HistoryEntry[] = [];
  readonly #skips = new FakeSkips();
  /** What the list of codes says. */
  codes: CodeFile = NO_CODES;
  /** What the style file says. */
  house: House = { fileName: null, file: null, problem: null, words: [] };
  /** The words no dictionary has, each with what may have been meant. */
  readonly misspelt = new Map([['inspcet', ['inspect', 'insect']]]);
  /** What the grammar engine says of a text. */
  readonly grammar = new Map<string, GrammarNote[]>();
  readonly #listeners = new Map<string, Set<(data: never) => void>>();
  readonly #failures = new Map<LibraryRequest, Result<never>>();
  readonly #gates = new Map<LibraryRequest, Promise<void>[]>();
  /** Who is at work. */
  person = '';
  #clock = Date.now();

  /** Puts a whole story in, as if it had been written long ago. */
  seed(story: Story): void {
    this.stories.set(story.id, { story, seq: 0, place: null, trashedAt: null });
    this.#revisions.keep(story, 'created', '');
  }

  /** Changes a story as a merge or a script does: not by the writer's own hands. */
  changeElsewhere(id: StoryId, change: (story: Story) => Story): void {
    const kept = this.#find(id);
    const seen = this.#revisions.keep(kept.story, 'hourly', '');
    if (!this.#revisions.unseen.has(id)) this.#revisions.unseen.set(id, seen);
    kept.story = change(structuredClone(kept.story));
    kept.seq += 1;
  }

  /** Lets every later request of this name fail, until called with null. */
  failWith(name: LibraryRequest, failure: Result<never> | null): void {
    if (failure) this.#failures.set(name, failure);
    else this.#failures.delete(name);
  }

  /** Holds the next answer to this request until the returned function is called. */
  holdNext(name: LibraryRequest): () => void {
    let release = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    this.#gates.set(name, [...(this.#gates.get(name) ?? []), gate]);
    return release;
  }

  async request<Name extends LibraryRequest>(
    name: Name,
    payload: LibraryPayload<Name>,
  ): Promise<Result<LibraryAnswer<Name>>> {
    const gates = this.#gates.get(name) ?? [];
    const gate = gates.shift();
    const parsed = libraryRequests[name].payload.safeParse(payload);
    if (!parsed.success) return fail('badRequest', `${name} was asked with something it does not understand.`);
    await gate;
    const failure = this.#failures.get(name);
    if (failure) return failure;
    try {
      // What crosses a real port is a copy.
      return succeed(structuredClone(this.#handlers[name](structuredClone(payload))));
    } catch (error) {
      if (error instanceof StetError) return fail(error.code, error.message, error.retryable);
      throw error;
    }
  }

  on<Name extends LibraryEvent>(name: Name, listener: (data: LibraryEventData<Name>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  emit<Name extends LibraryEvent>(name: Name, data: LibraryEventData<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (data: LibraryEventData<Name>) => void)(data);
  }

  /** Hands a story over, as far as that can be seen. */
  recordHandover({ storyId, by }: HandoverOrder): HistoryEntry {
    const revision = this.#revisions.keep(this.#find(storyId).story, 'submitted', `Submitted by ${by}`);
    const path = '/packages/story.stet';
    return this.#record(storyId, 'handedOver', `Handed over by ${by}`, { path, revisionId: revision.id });
  }

  /** Writes a receipt, as an export would. */
  recordExport(storyId: StoryId, target: ExportTarget): HistoryEntry {
    const { story } = this.#find(storyId);
    const revision = this.#revisions.keep(story, 'exported', '');
    return this.#record(storyId, 'exported', `Exported as ${target}`, {
      target,
      path: `/exports/story.${target}`,
      files: 1,
      bytes: 1234,
      sha256: '0'.repeat(64),
      revisionId: revision.id,
    });
  }

  /** Makes a story of plain paragraphs, as an import would. */
  importText(headline: string, text: string): StoryId {
    const story = this.#blank();
    story.fields.headline = headline;
    story.blocks = text.split(/\n{2,}/).flatMap((words) =>
      words.trim() === ''
        ? []
        : [
            {
              id: newBlockId(),
              type: 'paragraph' as const,
              content: [{ type: 'text' as const, text: words.trim() }],
            },
          ],
    );
    this.seed(story);
    this.#record(story.id, 'imported', `Imported from ${headline}`);
    this.emit('stories.changed', { id: story.id });
    return story.id;
  }

  readonly #handlers: Handlers = {
    ...this.outbox.handlers,
    'stories.create': ({ template, byline, dateline, language }) => {
      const story = this.#blank();
      story.fields = { ...story.fields, byline, dateline, language };
      if (template !== 'blank') story.blocks = [{ id: newBlockId(), type: 'paragraph', content: [] }];
      this.seed(story);
      this.#record(story.id, 'created', 'Created');
      this.emit('stories.changed', { id: story.id });
      return this.#open(story.id);
    },
    'stories.list': ({ query, status, trashed, offset, limit }) => {
      const words = fold(query).split(/\s+/).filter(Boolean);
      const found = [...this.stories.values()].filter(
        (kept) =>
          (kept.trashedAt !== null) === trashed &&
          (status === null || kept.story.fields.status === status) &&
          words.every((word) => searchable(kept.story).includes(word)),
      );
      found.sort((one, other) => other.story.updatedAt.localeCompare(one.story.updatedAt));
      return { total: found.length, items: found.slice(offset, offset + limit).map(summarise) };
    },
    'stories.summary': ({ id }) => summarise(this.#find(id)),
    'stories.open': ({ id }) => this.#open(id),
    'stories.put': ({ id, fields, blocks, order, place, suggestions, followed = [] }) => {
      const kept = this.#find(id);
      const byId = new Map(kept.story.blocks.map((block) => [block.id, block]));
      for (const block of blocks ?? []) byId.set(block.id, block);
      const wanted = order ?? kept.story.blocks.map((block) => block.id);
      const next = wanted.flatMap((blockId) => byId.get(blockId) ?? []);
      if (next.length !== wanted.length)
        throw new StetError('badRequest', 'The order names a block that is not there.');
      const layers = (suggestions ?? kept.story.suggestions ?? []).map((layer) => {
        const given = putBlocks(layer, followed.find((one) => one.id === layer.id)?.blocks ?? []);
        if (!given) throw new StetError('invalidChange', 'What was proposed names a block that is not there.');
        return given;
      });
      kept.story = {
        ...kept.story,
        fields: { ...kept.story.fields, ...fields },
        blocks: next,
        updatedAt: this.#now(),
        ...((suggestions || followed.length > 0) && { suggestions: layers }),
      };
      if (place) kept.place = place;
      kept.seq += 1;
      this.emit('stories.changed', { id });
      return { seq: kept.seq, savedAt: kept.story.updatedAt };
    },
    'stories.keepPlace': ({ id, place }) => {
      this.#find(id).place = place;
      return null;
    },
    'stories.duplicate': ({ id }) => {
      const now = this.#now();
      const { review: _, ...original } = structuredClone(this.#find(id).story);
      const fields = withProgress(original.fields, { status: 'draft' });
      const copy = { ...original, fields, id: newStoryId(), createdAt: now, updatedAt: now };
      this.seed(copy);
      this.#record(copy.id, 'duplicated', 'Made as a copy');
      this.emit('stories.changed', { id: copy.id });
      return summarise(this.#find(copy.id));
    },
    'stories.trash': ({ id }) => {
      this.#find(id).trashedAt ??= this.#now();
      this.#record(id, 'trashed', 'Moved to the trash');
      this.emit('stories.changed', { id });
      return null;
    },
    'stories.untrash': ({ id }) => {
      this.#find(id).trashedAt = null;
      this.#record(id, 'untrashed', 'Taken out of the trash');
      this.emit('stories.changed', { id });
      return null;
    },
    'stories.emptyTrash': () => {
      const gone = [...this.stories.values()].filter((kept) => kept.trashedAt !== null);
      for (const { story } of gone) this.stories.delete(story.id);
      this.emit('stories.changed', { id: null });
      return { deleted: gone.length };
    },
    'stories.recent': ({ limit }) =>
      [...this.stories.values()]
        .filter((kept) => kept.trashedAt === null)
        .sort((one, other) => other.story.updatedAt.localeCompare(one.story.updatedAt))
        .slice(0, limit)
        .map(summarise),
    'stories.removeFurniture': ({ id, furniture }) => {
      const kept = this.#find(id);
      const gone = new Set(furniture.flatMap((piece) => piece.blockIds));
      kept.story = { ...kept.story, blocks: kept.story.blocks.filter((block) => !gone.has(block.id)) };
      kept.seq += 1;
      this.emit('stories.changed', { id });
      return this.#open(id);
    },
    'revisions.list': ({ storyId }) => {
      this.#find(storyId);
      return this.#revisions.list(storyId);
    },
    'revisions.read': ({ id }) => this.#revisions.read(id),
    'revisions.keep': ({ storyId, name }) => this.#revisions.keep(this.#find(storyId).story, 'named', name),
    'revisions.restore': ({ id }) => {
      const { summary, story } = this.#revisions.read(id);
      const kept = this.#find(summary.storyId);
      this.#revisions.keep(kept.story, 'beforeRestore', '');
      const { review } = kept.story;
      const fields = withProgress(story.fields, kept.story.fields);
      kept.story = { ...structuredClone(story), fields, updatedAt: this.#now(), ...(review && { review }) };
      kept.seq += 1;
      this.#revisions.keep(kept.story, 'restored', '');
      this.#record(summary.storyId, 'restored', 'An older revision was put back', { revisionId: id });
      this.emit('stories.changed', { id: summary.storyId });
      return this.#open(summary.storyId);
    },
    'revisions.restoreBlocks': ({ id, bring, remove, fields: names = [] }) => {
      const { summary, story } = this.#revisions.read(id);
      const kept = this.#find(summary.storyId);
      this.#revisions.keep(kept.story, 'beforeRestore', '');
      const blocks = bringBack(kept.story.blocks, story.blocks, bring, remove);
      kept.story = { ...kept.story, blocks, fields: bringFieldsBack(kept.story.fields, story.fields, names) };
      kept.seq += 1;
      this.#revisions.keep(kept.story, 'restored', '');
      this.#record(summary.storyId, 'restored', 'A passage was brought back', { revisionId: id });
      return this.#open(summary.storyId);
    },
    'revisions.unseen': ({ storyId }) => {
      this.#find(storyId);
      return this.#revisions.unseen.get(storyId) ?? null;
    },
    'revisions.look': ({ storyId }) => {
      this.#revisions.unseen.delete(storyId);
      return null;
    },
    'media.add': ({ name }) => this.#pictures.add(name, this.#now()),
    'media.read': ({ id }) => this.#pictures.read(id),
    'media.isThere': ({ id }) => this.#pictures.assets.has(id),
    'media.remember': ({ id, field, words }) => this.#pictures.remember(id, field, words),
    'media.list': ({ storyId, limit }) =>
      this.#pictures.of(storyId === null ? null : this.#find(storyId).story.blocks).slice(0, limit),
    'captions.search': ({ query, offset, limit }) => {
      const live = [...this.stories.values()].filter(({ trashedAt }) => trashedAt === null);
      const items = usedCaptions(
        live.map(({ story }) => story),
        fold(query).split(/\s+/).filter(Boolean),
      );
      return { total: items.length, items: items.slice(offset, offset + limit) };
    },
    'imports.files': ({ paths }) =>
      paths.map((path) => ({ ok: false, fileName: path, message: 'Not in this library.' })),
    'imports.acceptKey': () => [],
    'exports.preview': ({ storyId, target }) => {
      const { story } = this.#find(storyId);
      const text = [story.fields.headline, ...story.blocks.map(blockText)].join('\n\n');
      const bytes = new TextEncoder().encode(text).length;
      const name = `${story.fields.slug || 'story'}.${target === 'text' ? 'txt' : target === 'markdown' ? 'md' : target}`;
      return {
        files: [{ name, mime: 'text/plain', bytes, text, words: null, assetId: null, rendition: null }],
        bytes,
        warnings: [],
      };
    },
    'house.read': () => this.house,
    'house.addWord': ({ word }) => {
      const words = [...this.house.words.filter((known) => known !== word), word];
      this.house = { ...this.house, words };
      return this.house;
    },
    'words.unknown': ({ words }) => words.filter((word) => this.misspelt.has(word)),
    'grammar.read': ({ texts }) => texts.map((text) => this.grammar.get(text) ?? []),
    'words.suggest': ({ word }) => this.misspelt.get(word) ?? [],
    'codes.read': () => this.codes,
    ...fakeReview({
      find: (id) => this.#find(id),
      open: (id) => this.#open(id),
      now: () => this.#now(),
      tell: (storyId) => this.emit('review.changed', { storyId }),
      stepped: (storyId, sentence) => {
        const revision = this.#revisions.keep(this.#find(storyId).story, 'submitted', '');
        this.#record(storyId, 'stepped', sentence, { revisionId: revision.id });
        this.emit('stories.changed', { id: storyId });
      },
    }),
    ...fakeDesk(() => [...this.stories.values()].flatMap((kept) => (kept.trashedAt === null ? kept.story : []))),
    'checks.skips': ({ storyId }) => this.#skips.list(this.#find(storyId).story.id),
    'checks.skip': ({ storyId, skip }) => {
      this.#record(storyId, 'skipped', `Skipped: ${skip.message}`, { skip });
      return this.#skips.add(storyId, { ...skip, at: this.#now() });
    },
    'checks.unskip': ({ storyId, key }) => this.#skips.remove(storyId, key),
    'links.list': ({ storyId }) => queueOf(this.#find(storyId).story),
    'links.check': ({ storyId }) =>
      queueOf(this.#find(storyId).story).map((link) => ({ ...link, state: 'fine', at: this.#now() })),
    'history.list': ({ storyId }) => {
      this.#find(storyId);
      return this.#history.filter((entry) => entry.storyId === storyId).toReversed();
    },
  };

  #find(id: StoryId): Kept {
    const kept = this.stories.get(id);
    if (!kept) throw new StetError('notFound', 'This story is not in the library any more.');
    return kept;
  }

  #open(id: StoryId): OpenedStory {
    const { story, seq, place, trashedAt } = this.#find(id);
    return { story, seq, place, trashedAt, notice: null };
  }

  #blank(): Story {
    const now = this.#now();
    return {
      format: STORY_FORMAT,
      id: newStoryId(),
      createdAt: now,
      updatedAt: now,
      fields: blankFields(),
      blocks: [],
    };
  }

  #record(
    storyId: StoryId,
    kind: HistoryEntry['kind'],
    summary: string,
    detail: HistoryEntry['detail'] = {},
  ): HistoryEntry {
    const entry: HistoryEntry = { id: this.#history.length + 1, storyId, at: this.#now(), kind, summary, detail };
    this.#history.push(entry);
    return entry;
  }

  /** Never the same moment twice, so that "newest first" is certain. */
  #now(): string {
    this.#clock = Math.max(this.#clock + 1, Date.now());
    return new Date(this.#clock).toISOString();
  }
}
