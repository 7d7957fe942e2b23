import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { toIcns, toIco } from './iconContainers.mjs';

// `node build/icons/drawIcons.mjs`, after a change to a drawing: makes every size and container from the two SVG files here.
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const folder = import.meta.dirname;

for (const name of ['stet', 'story']) {
  const drawing = await readFile(join(folder, `${name}.svg`));
  const images = [];
  for (const size of SIZES) {
    const png = await sharp(drawing).resize(size, size).png({ compressionLevel: 9 }).toBuffer();
    images.push({ size, png });
  }
  await writeFile(join(folder, `${name}.ico`), toIco(images.filter(({ size }) => ICO_SIZES.includes(size))));
  await writeFile(join(folder, `${name}.icns`), toIcns(images));
  const sizes = join(folder, `${name}-sizes`);
  await mkdir(sizes, { recursive: true });
  for (const { size, png } of images) {
    if (size <= 512) await writeFile(join(sizes, `${size}x${size}.png`), png);
  }
}
