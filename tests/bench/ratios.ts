/** A ratio with what it may as well have been: a 95 % interval by bootstrap over the pairs. */
export interface Ratio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2_000;

/** The value below which `share` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * How many times as much `ours` is as `theirs`: the geometric mean over pairs that were measured next to each other, so
 * that what disturbed the machine disturbed both.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): Ratio {
  const logs = ours.map((value, index) => Math.log(value / (theirs[index] ?? Number.NaN)));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const drawn = Array.from({ length: RESAMPLES }, () =>
    mean(logs.map(() => logs[Math.floor(Math.random() * logs.length)] ?? Number.NaN)),
  );
  return {
    value: Math.exp(mean(logs)),
    low: Math.exp(quantile(drawn, 0.025)),
    high: Math.exp(quantile(drawn, 0.975)),
  };
}

/** `1.04 [1.01-1.07]` */
export function ratioText({ value, low, high }: Ratio): string {
  return `${value.toFixed(2)} [${low.toFixed(2)}-${high.toFixed(2)}]`;
}
