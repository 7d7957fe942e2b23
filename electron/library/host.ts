import { join } from 'node:path';
import { WorkerGrammarian } from '../grammar/WorkerGrammarian.ts';
import { WorkerProofreader } from '../words/WorkerProofreader.ts';
import { FORMATS } from './formats.ts';
import type { ParentPort } from './serve/ports.ts';
import { LibraryService } from './serve/LibraryService.ts';

/* The library's own process: a utility process of Electron. */

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const proofreader = new WorkerProofreader(join(import.meta.dirname, 'words.js'));
const grammarian = new WorkerGrammarian(join(import.meta.dirname, 'grammar.js'));
new LibraryService(parentPort, FORMATS, { proofreader, grammarian }, (code) => process.exit(code)).listen();
