import { z } from 'zod';
import type { Target } from '../targets/target.ts';

/** Where a secret is kept: sealed by the system's keyring, or in main's memory until the app ends. */
export const secretPlaceSchema = z.enum(['keyring', 'session']);
export type SecretPlace = z.infer<typeof secretPlaceSchema>;

/** What the window for secrets asks for; the secret itself goes one way only. */
export interface SecretQuestion extends Pick<Target, 'name' | 'kind' | 'account'> {
  /** The origin it will be sent to, and to no other. */
  readonly site: string;
  /** Where it will be kept. */
  readonly place: SecretPlace;
}

/** What was typed; null when the user thought better of it. */
export const givenSecretSchema = z.string().trim().min(1).max(4096).nullable();

/** `window.stetSecret`: all that the window for secrets can reach outside itself. */
export interface SecretBridge {
  /** What is asked for. */
  asked(): Promise<SecretQuestion>;
  /** Hands over what was typed, or null; the window closes after it. */
  give(secret: string | null): void;
}
