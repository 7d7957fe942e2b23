// The few globals that both a page and Node have, and that shared code may therefore use. Nothing else of either world.
declare const crypto: {
  randomUUID(): string;
  getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes;
};
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare class URL {
  static canParse(url: string): boolean;
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
}
declare function setTimeout(callback: () => void, delayMs: number): unknown;
/** A file the user handed to the page; shared code only passes it on. */
interface File {
  readonly name: string;
}
