import { FORMATS } from './formats.ts';
import type { ParentPort } from './serve/ports.ts';
import { LibraryService } from './serve/LibraryService.ts';

/* The library's own process: a utility process of Electron. */

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
new LibraryService(parentPort, FORMATS, (code) => process.exit(code)).listen();
