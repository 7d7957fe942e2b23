// Zod would try to compile its schemas with `new Function`, which the page's policy refuses and reports. Each schema decides
// when it is made, and bundles decide which is read first: so this is set before any of them, without importing Zod, which
// takes up whatever configuration it finds here.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
