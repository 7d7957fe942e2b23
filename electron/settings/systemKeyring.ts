import { safeStorage } from 'electron';

/** The system's keyring as far as secrets need it. */
export interface Keyring {
  /** The text, sealed by a key that only the keyring has. */
  seal(text: string): string;
  /** The text again; null where it was sealed with another key, or the keyring stays locked. */
  open(sealed: string): string | null;
}

/** What Chromium falls back on where a Linux desktop has no keyring: a password that every program knows. */
const NO_KEYRING = new Set(['basic_text', 'unknown']);

/** The keyring of whoever is logged in, or null where there is none. A Mac may ask its user first; only after `ready`. */
export function systemKeyring(): Keyring | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && NO_KEYRING.has(safeStorage.getSelectedStorageBackend())) return null;
  return {
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open(sealed) {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}
