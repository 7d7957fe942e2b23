import './page.css';
import { makeText } from '../../makeText.ts';

/** Where an arm puts its editor. */
export const host = document.querySelector<HTMLElement>('#page') ?? document.body;
/** The text every arm is measured on. */
export const paragraphs = makeText(Number(new URLSearchParams(location.search).get('paragraphs')));
