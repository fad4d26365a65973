export declare function register(client: object): void;
