/** How an exported page looks, read offline or printed: a quiet sheet, light or dark, in either direction. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #211d18; --quiet: #6a6258; --rule: #dcd5c8; --paper: #fdfcf9; --pencil: #a8322a }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e4da; --quiet: #a59d90; --rule: #3d3832; --paper: #1b1916; --pencil: #e5786e }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 "Source Serif 4", Charter, Georgia, serif }
article { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word }
:lang(ar), :lang(fa), :lang(ps), :lang(sd) { font-family: "Noto Naskh Arabic", "Geeza Pro", "Sakkal Majalla", serif; line-height: 1.85 }
:lang(ur) { font-family: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", serif; line-height: 2.3 }
:lang(he), :lang(yi) { font-family: "Frank Ruhl Libre", "David", "Times New Roman", serif }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 2em 0 .5em }
h1 { font-size: clamp(1.9rem, 6vw, 2.6rem); margin: 0 0 .4em }
h2 { font-size: 1.4em }
h3 { font-size: 1.15em }
:lang(ur):is(h1, h2, h3), :lang(ur) :is(h1, h2, h3) { line-height: 2 }
p, ul, ol, blockquote, table { margin: 0 0 1em }
.deck { font-size: 1.25em; line-height: 1.4; color: var(--quiet) }
.byline, figcaption, .attribution, .missing { font-family: "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", sans-serif; font-size: .875rem; line-height: 1.5 }
.byline { margin-bottom: 2.5em; padding-bottom: .75em; border-bottom: 1px solid var(--rule) }
.dateline { font-weight: 600 }
a { color: inherit; text-decoration-color: var(--pencil); text-underline-offset: .15em }
blockquote { margin-inline: 1.5em 0; padding-inline-start: 1em; border-inline-start: 1px solid var(--rule) }
figure { margin: 2em 0 }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)); gap: 1.5em 1em; align-items: start }
.gallery:has(> :nth-child(4):last-child) { grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)) }
.gallery > figure { min-width: 0; margin: 0 }
img, video { display: block; max-width: 100%; height: auto }
video { width: 100%; max-height: 90vh; background: #000 }
audio { display: block; width: 100% }
figcaption { margin-top: .6em; color: var(--quiet) }
.credit { font-style: normal; font-size: .9em; letter-spacing: .02em }
.missing { margin: 0; padding: 2em 1em; border: 1px dashed var(--rule); text-align: center; color: var(--quiet) }
.pullquote { margin: 2.5em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--pencil) }
.pullquote blockquote { margin: 0; padding: 0; border: 0; font-size: 1.4em; line-height: 1.35 }
.pullquote blockquote p { margin: 0 }
.attribution { margin: .6em 0 0; color: var(--quiet) }
.attribution cite { font-style: normal }
.attribution::before { content: "\\2014\\a0" }
hr { width: 30%; margin: 2.5em auto; border: 0; border-top: 1px solid var(--rule) }
sub, sup { line-height: 0 }
code { font: .875em ui-monospace, Consolas, monospace }
table { width: 100%; border-collapse: collapse; font-size: .95em; font-variant-numeric: tabular-nums lining-nums }
th, td { padding: .4em .6em; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top }
thead th { border-bottom: 2px solid var(--quiet) }
@media print {
  :root { --ink: #000; --quiet: #444; --rule: #bbb; --paper: #fff; --pencil: #000 }
  @page { margin: 2cm }
  body { font-size: 11pt }
  article { max-width: none; padding: 0 }
  h1, h2, h3 { break-after: avoid }
  figure, aside, tr, li { break-inside: avoid }
  p { orphans: 3; widows: 3 }
}
`;
