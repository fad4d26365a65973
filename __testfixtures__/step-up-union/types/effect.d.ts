export declare const Effect: {
  catchTag<T>(tag: string, handle: (error: T) => unknown): unknown;
  catchIf<A, E>(call: Effect.Effect<A, E>, isIt: (error: E) => boolean, handle: (error: E) => unknown): unknown;
  promise<T>(make: () => Promise<T>): unknown;
};
export declare namespace Effect {
  interface Effect<A, E> {
    readonly gives: A;
    readonly fails: E;
  }
}

interface OfSchema<A> {
  readonly Type: A;
  pipe<B, C>(first: (of: OfSchema<A>) => OfSchema<B>, second: (of: OfSchema<B>) => OfSchema<C>): OfSchema<C>;
}
export declare const Schema: {
  readonly String: OfSchema<string>;
  pattern(pattern: RegExp): (of: OfSchema<string>) => OfSchema<string>;
  brand<Name extends string>(name: Name): (of: OfSchema<string>) => OfSchema<string & { readonly brand: Name }>;
  is<A>(schema: OfSchema<A>): (value: unknown) => value is A;
};
