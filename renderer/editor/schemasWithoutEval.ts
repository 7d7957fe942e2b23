import { config } from 'zod';

// Zod would try to compile its schemas with `new Function`, which the page's policy refuses and reports. Must be the first
// import of the editor's bundle: each schema decides when it is made.
config({ jitless: true });
