/** Hands the rest of the arguments to the command line; `build/package/stet.sh` puts it before what the user typed. */
const SWITCH = '--cli';

/** What was typed after `stet` when this start is for the command line; null when it is for the window. */
export function stetArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(SWITCH);
  if (at < 0) return null;
  // `--` keeps Chromium from reading the user's options as its own switches; it is not the user's.
  return argv.slice(argv[at + 1] === '--' ? at + 2 : at + 1);
}
