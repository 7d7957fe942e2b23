import { contextBridge, ipcRenderer } from 'electron';
import { SECRET_ASKED_CHANNEL, SECRET_GIVEN_CHANNEL } from '../shared/ipc/channels.ts';
import type { SecretBridge, SecretQuestion } from '../shared/ipc/secretContract.ts';

/* Runs sandboxed beside the page that asks for a secret, which gets these two functions and nothing of Electron. */

const bridge: SecretBridge = {
  asked: () => ipcRenderer.invoke(SECRET_ASKED_CHANNEL) as Promise<SecretQuestion>,
  give: (secret) => ipcRenderer.send(SECRET_GIVEN_CHANNEL, secret),
};

contextBridge.exposeInMainWorld('stetSecret', bridge);
