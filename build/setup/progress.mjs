// Progress goes to stderr, so that scripts whose answer is on stdout (electron-path, stet) stay readable by other programs.

/** @param {string} line one line about what is being done */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * A counter that redraws in place on a terminal and prints a line every ten seconds elsewhere.
 * @param {string} label
 * @returns {{ update(detail: string): void, end(): void }}
 */
export function startProgress(label) {
  const live = process.stderr.isTTY;
  let printedAt = Date.now();
  return {
    update(detail) {
      const now = Date.now();
      if (now - printedAt < (live ? 100 : 10_000)) return;
      printedAt = now;
      process.stderr.write(live ? `\r${label} ${detail}\u001B[K` : `${label} ${detail}\n`);
    },
    end() {
      if (live) process.stderr.write('\r\u001B[K');
    },
  };
}

/** @param {number} bytes @returns {string} whole megabytes, as `12 MB` */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
