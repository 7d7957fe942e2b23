/** Documents somebody chose, until the page has what is on it safe and asks for them: a package may be of that very story. */
export class WaitingDocuments {
  #paths: string[] = [];

  get isEmpty(): boolean {
    return this.#paths.length === 0;
  }

  add(paths: readonly string[]): void {
    this.#paths.push(...paths);
  }

  /** Hands them over; nobody gets them twice. */
  take(): string[] {
    return this.#paths.splice(0);
  }
}
