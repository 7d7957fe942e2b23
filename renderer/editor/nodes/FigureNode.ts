import { $create, $getState, $setState, createState, ElementNode, type LexicalNode } from 'lexical';
import { z } from 'zod';
import {
  assetIdSchema,
  cropSchema,
  focusSchema,
  galleryIdSchema,
  mediumSchema,
  originSchema,
  turnSchema,
  type FieldOrigin,
  type Figure,
  type Framing,
} from '../../../shared/story/block.ts';
import { isSameFraming } from '../../../shared/story/framing.ts';
import { figureMedium, MEDIUM_NAMES } from '../../../shared/media/medium.ts';
import { PICTURE_FIELDS, type PictureField } from '../../../shared/media/asset.ts';
import type { AssetId, GalleryId } from '../../../shared/story/ids.ts';
import { $findSlot } from './slots.ts';
import type { SlotNode } from './SlotNode.ts';

/** The slots of a figure whose origin is kept. */
export type FigureField = PictureField;
export const FIGURE_FIELDS: readonly FigureField[] = PICTURE_FIELDS;

const pictureSchema = z.object({ assetId: assetIdSchema.nullable(), fileName: z.string() });
type Picture = z.infer<typeof pictureSchema>;

const NO_PICTURE: Picture = { assetId: null, fileName: '' };

const pictureState = createState('picture', {
  parse: (value) => {
    const parsed = pictureSchema.safeParse(value);
    return parsed.success ? parsed.data : NO_PICTURE;
  },
  isEqual: (a, b) => a.assetId === b.assetId && a.fileName === b.fileName,
});

const originsSchema = z.object({
  caption: originSchema.optional(),
  credit: originSchema.optional(),
  alt: originSchema.optional(),
});

const NO_ORIGIN: Figure['origin'] = {};

const originState = createState('origin', {
  parse: (value) => {
    const parsed = originsSchema.safeParse(value);
    return parsed.success ? parsed.data : NO_ORIGIN;
  },
  isEqual: (a, b) => FIGURE_FIELDS.every((field) => a[field] === b[field]),
});

const framingSchema = z.object({
  crop: cropSchema.optional(),
  turn: turnSchema.optional(),
  focus: focusSchema.optional(),
});

const AS_IT_CAME: Framing = {};

const framingState = createState('framing', {
  parse: (value): Framing => {
    const parsed = framingSchema.safeParse(value);
    return parsed.success ? parsed.data : AS_IT_CAME;
  },
  isEqual: isSameFraming,
});

const galleryState = createState('gallery', {
  parse: (value): GalleryId | null => {
    const parsed = galleryIdSchema.safeParse(value);
    return parsed.success ? parsed.data : null;
  },
});

/** What a figure plays, and the picture that stands for it; empty for a picture. */
export type Plays = Pick<Figure, 'medium' | 'poster'>;

const playsSchema = z.object({ medium: mediumSchema.optional(), poster: assetIdSchema.optional() });

const NOTHING_PLAYS: Plays = {};

const playsState = createState('plays', {
  parse: (value): Plays => {
    const parsed = playsSchema.safeParse(value);
    return parsed.success ? playsOf(parsed.data) : NOTHING_PLAYS;
  },
  isEqual: (a, b) => a.medium === b.medium && a.poster === b.poster,
});

/** What a figure plays, spelt without what it does not say. */
export function playsOf({ medium, poster }: Plays): Plays {
  return { ...(medium && { medium }), ...(poster && { poster }) };
}

/** A picture or a recording with its caption, credit and alt text or description. */
export class FigureNode extends ElementNode {
  override $config() {
    return this.config('figure', {
      extends: ElementNode,
      stateConfigs: [pictureState, originState, framingState, galleryState, playsState],
    });
  }

  /** null while the picture is being read, or when its bytes never arrived. */
  getAssetId(): AssetId | null {
    return $getState(this, pictureState).assetId;
  }

  getFileName(): string {
    return $getState(this, pictureState).fileName;
  }

  setPicture(assetId: AssetId | null, fileName: string): this {
    return $setState(this, pictureState, { assetId, fileName });
  }

  getOrigin(): Figure['origin'] {
    return $getState(this, originState);
  }

  setOrigin(field: FigureField, origin: FieldOrigin): this {
    if (this.getOrigin()[field] === origin) return this;
    return $setState(this, originState, (previous) => ({ ...previous, [field]: origin }));
  }

  setOrigins(origin: Figure['origin']): this {
    return $setState(this, originState, origin);
  }

  /** How the picture is shown; empty when it is shown as it came. */
  getFraming(): Framing {
    return $getState(this, framingState);
  }

  setFraming(framing: Framing): this {
    return $setState(this, framingState, framing);
  }

  /** The gallery it belongs to while its pictures stand beside it; null for a picture of its own. */
  getGallery(): GalleryId | null {
    return $getState(this, galleryState);
  }

  setGallery(gallery: GalleryId | null): this {
    return $setState(this, galleryState, gallery);
  }

  /** What it plays, where it is no picture. */
  getPlays(): Plays {
    return $getState(this, playsState);
  }

  setPlays(plays: Plays): this {
    return $setState(this, playsState, plays);
  }

  getCaption(): SlotNode | null {
    return $findSlot(this, 'caption');
  }

  getCredit(): SlotNode | null {
    return $findSlot(this, 'credit');
  }

  getAlt(): SlotNode | null {
    return $findSlot(this, 'alt');
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('figure');
    element.className = 'figure';
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', MEDIUM_NAMES[figureMedium(this.getPlays())]);
    return element;
  }

  override updateDOM(_before: this, element: HTMLElement): boolean {
    const name = MEDIUM_NAMES[figureMedium(this.getPlays())];
    if (element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name);
    return false;
  }

  // A border no deletion merges across.
  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }
}

/** A figure without its slots; `registerSlots` sees that it has them by the end of the update. */
export function $createFigureNode(assetId: AssetId | null, fileName: string): FigureNode {
  return $create(FigureNode).setPicture(assetId, fileName);
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}
