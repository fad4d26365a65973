export declare function readInto(target: unknown): void;
export declare const STEP_UP: string;
export declare const NONE: string;
export declare const answers: { kind: string };
