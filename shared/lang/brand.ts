/** A string (or number) that only its own maker may produce, so that a path or a title cannot pass for an id. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name };
