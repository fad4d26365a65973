interface Matching {
  with<T>(pattern: object, handle: (matched: T) => unknown): Matching;
  otherwise(handle: () => unknown): Promise<unknown>;
}
export declare function match(value: unknown): Matching;
export declare const P: { readonly string: unknown };
