import type { Fault, FaultProxy } from './FaultProxy.ts';

/** Where the line breaks: at which request of a delivery, and how. */
interface Cut {
  readonly index: number;
  readonly fault: Fault;
}

/** The place of one of many cuts: spread over the bytes of each request and its answer, the first and the last ones among them. */
export function cutAt(cut: number, sizes: FaultProxy['sizes']): Cut {
  const index = cut % sizes.length;
  const { request = 1, answer = 1 } = sizes[index] ?? {};
  const share = (cut * 0.618_034) % 1;
  const isAnswer = Math.floor(cut / sizes.length) % 2 === 0;
  return {
    index,
    fault: isAnswer
      ? { kind: 'cutAnswer', after: Math.floor(share * answer) }
      : { kind: 'cutRequest', after: Math.ceil(share * request) },
  };
}
