export declare function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
export declare function unionScopes(...scopes: Array<string | undefined>): string | undefined;
