import { HouseStyle, type HouseStyleFile } from './houseStyle.ts';
import { STARTER_STYLE } from './starterStyle.ts';

/** Made ready once, when it is first needed. */
let starter: HouseStyle | undefined;

/** A house's style made ready: its file, on top of the starter style if it says so; the starter style where there is none. */
export function houseStyleOf(file: HouseStyleFile | null): HouseStyle {
  return file ? new HouseStyle(file, STARTER_STYLE) : (starter ??= new HouseStyle(STARTER_STYLE));
}
