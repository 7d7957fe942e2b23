const number = new Intl.NumberFormat('en-GB');

/** An amount with its noun: "1 word", "2,041 words". */
export function countText(amount: number, one: string, many: string): string {
  return `${number.format(amount)} ${amount === 1 ? one : many}`;
}
