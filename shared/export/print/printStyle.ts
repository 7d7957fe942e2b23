/** What a page looks like on paper beyond what every page of ours does: set in our own faces, on A4. */
export const PRINT_STYLE = `
:root { color-scheme: light }
@page { size: A4; margin: 2.2cm 2.4cm 2.4cm }
body { font: 10.5pt/1.5 "Source Serif 4", "Noto Naskh Arabic", "Frank Ruhl Libre", serif }
.byline, figcaption, .attribution, .missing { font: 8.5pt/1.45 "Source Sans 3", "Noto Naskh Arabic", "Frank Ruhl Libre", sans-serif }
:lang(ar), :lang(fa), :lang(ps), :lang(sd) { font-family: "Noto Naskh Arabic", "Source Serif 4", serif }
:lang(ur) { font-family: "Noto Nastaliq Urdu", "Source Serif 4", serif }
:lang(he), :lang(yi) { font-family: "Frank Ruhl Libre", "Source Serif 4", serif }
:lang(ar) :is(.byline, figcaption, .attribution), :lang(ar):is(.byline, figcaption, .attribution) { line-height: 1.7 }
:lang(ur) :is(.byline, figcaption, .attribution), :lang(ur):is(.byline, figcaption, .attribution) { line-height: 2.2 }
h1 { font-size: 24pt }
.deck { font-size: 13pt; color: #444 }
.byline { margin-bottom: 2em }
figure { margin: 1.5em 0 }
img { max-height: 18cm; width: auto; margin-inline: auto }
.gallery { grid-template-columns: 1fr 1fr }
.gallery img { max-height: 9cm }
h2, h3, .byline { break-after: avoid }
.pullquote { break-inside: avoid; border-color: #a8322a }
a { text-decoration-thickness: .05em }
`;
