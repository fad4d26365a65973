interface Matching {
  with<T>(pattern: object | string, handle: (matched: T) => unknown): Matching;
  otherwise(handle: () => unknown): Promise<unknown>;
}
export declare function match(value: unknown): Matching;
export declare const P: { readonly string: unknown; union(...values: string[]): unknown };
