/** More than anybody looks through in one sitting; the oldest are forgotten first. */
const MOST = 200;

/**
 * Packages that were refused for their sender's new key, until somebody says whether the key is the sender's: the page names a
 * fingerprint then, never a path. Kept in memory alone.
 */
export class RefusedPackages {
  #refused: readonly { readonly fingerprint: string; readonly path: string }[] = [];

  note(fingerprint: string, path: string): void {
    const others = this.#refused.filter((one) => one.fingerprint !== fingerprint || one.path !== path);
    this.#refused = [...others, { fingerprint, path }].slice(-MOST);
  }

  /** The paths of those signed with this key; they are forgotten here. */
  take(fingerprint: string): string[] {
    const found = this.#refused.filter((one) => one.fingerprint === fingerprint);
    this.#refused = this.#refused.filter((one) => one.fingerprint !== fingerprint);
    return found.map(({ path }) => path);
  }
}
