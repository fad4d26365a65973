export declare function ref<T>(value?: T): { value: T | undefined };
