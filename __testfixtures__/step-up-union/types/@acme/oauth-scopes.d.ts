export declare function unionScopes(...scopes: Array<string | undefined>): string | undefined;
export declare function parseScopes(scope: string | undefined): string[];
export type ScopeList = readonly string[];
