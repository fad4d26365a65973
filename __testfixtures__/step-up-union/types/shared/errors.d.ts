/** Thrown for a 403 whose challenge says `insufficient_scope`. */
export declare class InsufficientScopeError extends Error {
  readonly requiredScope?: string;
}

export declare class UnauthorizedError extends Error {
  readonly scope?: string;
}

export declare const ErrorCodes: {
  readonly INSUFFICIENT_SCOPE: string;
  readonly INVALID_TOKEN: string;
};
