export declare function readInto(target: unknown): void;
