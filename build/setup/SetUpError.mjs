/** A set-up step that could not be done: one sentence for the reader, and the command that would mend it. */
export class SetUpError extends Error {
  /**
   * @param {string} sentence what is wrong, in one sentence
   * @param {string} mend the command or step that would put it right
   */
  constructor(sentence, mend) {
    super(sentence);
    this.name = 'SetUpError';
    this.mend = mend;
  }
}

/**
 * Runs a script's main function: a SetUpError becomes two plain lines and exit code 1, anything else keeps its stack.
 * @param {() => Promise<number | void>} main answers the exit code; nothing means 0
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`\n${error.message}\nTo mend it: ${error.mend}\n`);
    process.exitCode = 1;
  }
}
