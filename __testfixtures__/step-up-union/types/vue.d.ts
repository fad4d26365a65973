export declare function ref<T>(value?: T): { value: T | undefined };
export declare function watchEffect(effect: () => void): () => void;
export interface Ref<T> {
  value: T;
}
export declare function shallowRef<T>(value: T): Ref<T>;
