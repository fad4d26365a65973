export declare function unionScopes(...scopes: Array<string | undefined>): string | undefined;
