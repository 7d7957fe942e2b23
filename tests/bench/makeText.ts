const WORDS =
  'the a of in to and by for from with minister spokesman border ministry province convoy harvest ceasefire market bridge hospital teacher engineer river valley district council budget witness survey court letter fuel price flour winter said told noted warned added reported recalled opened closed crossed waited counted measured carried repaired planted'.split(
    ' ',
  );

/** `count` paragraphs of about 240 characters, the same every time; each begins with a number of its own. */
export function makeText(count: number): string[] {
  // A linear congruential generator (Numerical Recipes' constants): repeatable, and good enough to vary line breaks.
  let state = 20_261_124;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  return Array.from({ length: count }, (_, index) => {
    let text = `Paragraph ${index + 1}:`;
    while (text.length < 200 + next(80)) text += ` ${WORDS[next(WORDS.length)]}`;
    return `${text}.`;
  });
}
