import { useState, type CSSProperties, type ImgHTMLAttributes } from 'react';
import './framedImage.css';

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Which part of a picture is shown, in fractions of it once it is turned clockwise by `turn` degrees. */
interface Framed {
  readonly crop?: (Sides & { readonly x: number; readonly y: number }) | undefined;
  readonly turn?: 90 | 180 | 270 | undefined;
}

interface FramedImageProps extends Omit<ImgHTMLAttributes<HTMLImageElement>, 'width' | 'height' | 'style'> {
  readonly framing: Framed;
  /** The whole picture's, upright, in pixels; without them they are read off the picture once it is there. */
  readonly sides: Sides | undefined;
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

function percent(share: number): string {
  return `${Math.round(share * 1e6) / 1e4}%`;
}

interface Placed {
  readonly frame: CSSProperties;
  readonly picture: CSSProperties;
}

/** Where a picture lies behind the frame that shows a part of it, in percent of the frame, so that it fits any width. */
function placeBehind({ crop = WHOLE, turn }: Framed, sides: Sides): Placed {
  const liesOnItsSide = turn === 90 || turn === 270;
  const width = crop.width * (liesOnItsSide ? sides.height : sides.width);
  const height = crop.height * (liesOnItsSide ? sides.width : sides.height);
  return {
    frame: {
      aspectRatio: `${width} / ${height}`,
      width: `min(100%, var(--picture-width, ${width}px), var(--picture-height, 80vh) * ${width / height})`,
    },
    picture: {
      // Before it is turned; its middle is where the turned one's is.
      width: percent(sides.width / width),
      height: percent(sides.height / height),
      left: percent((0.5 - crop.x) / crop.width),
      top: percent((0.5 - crop.y) / crop.height),
      transform: `translate(-50%, -50%) rotate(${turn ?? 0}deg)`,
    },
  };
}

/**
 * A picture of which a part is shown, or all of it turned: the whole lies behind a frame. The frame is as wide as its room
 * but never wider than its pixels (or `--picture-width`) nor higher than `--picture-height`.
 */
export function FramedImage({ framing, sides, alt, ...image }: FramedImageProps) {
  const [natural, setNatural] = useState<Sides | null>(null);
  if (!framing.crop && !framing.turn) return <img {...image} alt={alt} width={sides?.width} height={sides?.height} />;
  const known = sides ?? natural;
  const placed = known && placeBehind(framing, known);
  return (
    <span className="framed-image" style={placed?.frame} data-waits={placed ? undefined : true}>
      <img
        {...image}
        alt={alt}
        style={placed?.picture}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setNatural({ width: naturalWidth, height: naturalHeight })
        }
      />
    </span>
  );
}
