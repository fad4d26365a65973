export declare function ref<T>(value?: T): { value: T | undefined };
export declare function watchEffect(effect: () => void): () => void;
