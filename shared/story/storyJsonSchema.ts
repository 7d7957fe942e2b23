import { z } from 'zod';
import {
  assetIdSchema,
  blockIdSchema,
  blockSchema,
  cropSchema,
  figureSchema,
  focusSchema,
  galleryIdSchema,
  headingSchema,
  keptQuoteSchema,
  listSchema,
  mediumSchema,
  paragraphSchema,
  pullQuoteSchema,
  quoteSchema,
  quoteSourceSchema,
  separatorSchema,
  tableCellSchema,
  tableSchema,
  turnSchema,
} from './block.ts';
import { inlineSchema, lineBreakSchema, linkSchema, markSchema, textSchema } from './inline.ts';
import { fieldsSchema } from './fields.ts';
import { anchorSchema, conflictSchema, noteSchema, reviewSchema, stepSchema, threadSchema } from './review.ts';
import { layerSchema } from './suggestions.ts';
import { STORY_FORMAT, storySchema } from './story.ts';

/** Names and words for those who read the schema and not our code. */
const NAMES: readonly (readonly [schema: z.ZodType, id: string, description: string])[] = [
  [fieldsSchema, 'Fields', 'Everything of a story that is not its body, kept as typed. Times are ISO 8601 in UTC.'],
  [blockSchema, 'Block', 'One piece of the body, in reading order.'],
  [blockIdSchema, 'BlockId', 'Names a block inside one story for ever, whatever happens to its words.'],
  [assetIdSchema, 'AssetId', 'Names a media file: the SHA-256 of its bytes, in hexadecimal.'],
  [paragraphSchema, 'Paragraph', 'A paragraph of body copy.'],
  [headingSchema, 'Heading', 'A heading inside the body; the headline is level 1 and a field.'],
  [listSchema, 'List', 'A list; `start` is the first number of a numbered one, where it is not 1.'],
  [listSchema.shape.items.element, 'ListItem', 'An item, and the list under it if there is one.'],
  [quoteSchema, 'Quote', 'A quotation set as a block of its own.'],
  [pullQuoteSchema, 'PullQuote', 'Words lifted out of the body; `source` is null when it was written by hand.'],
  [quoteSourceSchema, 'QuoteSource', 'Where a pull-quote was lifted from: UTF-16 offsets, and the words at that time.'],
  [keptQuoteSchema, 'KeptQuote', 'Who decided that a pull-quote stands as it is, and for which words that holds.'],
  [
    figureSchema,
    'Figure',
    'A picture, a video or an audio recording; `assetId` is null while its bytes are not there.',
  ],
  [mediumSchema, 'Medium', 'What a figure plays; a picture has none.'],
  [cropSchema, 'Crop', 'The part of a turned picture that is shown: fractions of its width and height, 0 to 1.'],
  [turnSchema, 'Turn', 'How far a picture is turned clockwise, in degrees.'],
  [focusSchema, 'Focus', 'What stays in sight wherever a picture is cut: fractions of it, turned but not cropped.'],
  [galleryIdSchema, 'GalleryId', 'Pictures that stand one right after another with the same name are one gallery.'],
  [tableSchema, 'Table', 'Rows of cells.'],
  [tableCellSchema, 'TableCell', 'A cell; a heading of its row or column if `header`.'],
  [separatorSchema, 'Separator', 'A break between two parts.'],
  [inlineSchema, 'Inline', 'Words, a line break, or a link around both.'],
  [textSchema, 'Text', 'A run of characters with the same marks.'],
  [markSchema, 'Mark', 'A mark by name. Readers keep names they do not know.'],
  [lineBreakSchema, 'LineBreak', 'The end of a line inside a block.'],
  [linkSchema, 'Link', 'Words that lead elsewhere.'],
  [reviewSchema, 'Review', 'What people said of the story and did with it, and what they have to decide.'],
  [threadSchema, 'Thread', 'A comment and the answers to it, oldest first.'],
  [anchorSchema, 'Anchor', 'What a thread is about; words carry the mark `comment:` and the id of the thread.'],
  [noteSchema, 'Note', 'One thing somebody said in a thread.'],
  [stepSchema, 'Step', 'Something that was done with the story on its way through the desk.'],
  [
    layerSchema,
    'SuggestionLayer',
    'What one person proposes, kept as what stood there before; the story’s own words are those as if all were accepted.',
  ],
  [conflictSchema, 'Conflict', 'The same thing changed on two sides, to be decided.'],
];

/** The story format as JSON Schema (2020-12), as published in `story.schema.json`. */
export function storyJsonSchema(): Record<string, unknown> {
  const metadata = z.registry<{ id?: string; description: string }>();
  for (const [schema, id, description] of NAMES) metadata.add(schema, { id, description });
  const { $schema, ...schema } = z.toJSONSchema(storySchema, { io: 'input', metadata });
  return {
    $schema,
    $id: `urn:stet:story:${STORY_FORMAT}`,
    title: 'Stet story',
    description: 'A story as Stet stores and exchanges it (`story.json` in a Stet package). Times are ISO 8601 in UTC.',
    ...schema,
  };
}
