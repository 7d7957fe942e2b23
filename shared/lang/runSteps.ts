/** Takes all steps of something that could rest between any two, without a rest; answers what comes of them. */
export function runSteps<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
