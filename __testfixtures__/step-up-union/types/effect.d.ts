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
