import type { SecretBridge, SecretPlace, SecretQuestion } from '../../shared/ipc/secretContract.ts';
import { SECRET_LABELS } from '../../shared/targets/targetLabels.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './secret.css';

declare global {
  interface Window {
    readonly stetSecret?: SecretBridge;
  }
}

const PLACES: Readonly<Record<SecretPlace, string>> = {
  keyring: 'It is kept sealed by this computer’s keyring, and sent to this site only.',
  session:
    'This computer has no keyring Stet can use: it is kept in memory until Stet ends, written nowhere, and sent to this site only.',
};

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`Nothing is called ${id}.`);
  return found as Kind;
}

function addFact(term: string, value: string): void {
  if (value === '') return;
  const name = document.createElement('dt');
  name.textContent = term;
  const fact = document.createElement('dd');
  // Whichever way it runs, it stands where the others do.
  fact.append(Object.assign(document.createElement('bdi'), { textContent: value }));
  element('facts').append(name, fact);
}

function show({ name, kind, site, account, place }: SecretQuestion): void {
  document.title = SECRET_LABELS[kind];
  element('title').textContent = SECRET_LABELS[kind];
  element('label').textContent = SECRET_LABELS[kind];
  element('place').textContent = PLACES[place];
  addFact('Target', name);
  addFact('Site', site);
  addFact('Account', account);
}

const bridge = window.stetSecret;
if (bridge) {
  const secret = element<HTMLInputElement>('secret');
  element('cancel').addEventListener('click', () => bridge.give(null));
  element<HTMLInputElement>('show').addEventListener('change', ({ target }) => {
    secret.type = (target as HTMLInputElement).checked ? 'text' : 'password';
  });
  element('form').addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = secret.value.trim();
    if (typed === '') secret.focus();
    else bridge.give(typed);
  });
  document.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) bridge.give(null);
  });
  secret.focus();
  void bridge.asked().then(show);
}
