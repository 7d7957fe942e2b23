import { host, paragraphs } from '../host.ts';

const box = document.createElement('div');
box.contentEditable = 'true';
for (const text of paragraphs) {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  box.append(paragraph);
}
host.append(box);
