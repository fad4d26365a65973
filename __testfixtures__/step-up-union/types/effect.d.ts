export declare const Effect: {
  catchTag<T>(tag: string, handle: (error: T) => unknown): unknown;
  promise<T>(make: () => Promise<T>): unknown;
};
