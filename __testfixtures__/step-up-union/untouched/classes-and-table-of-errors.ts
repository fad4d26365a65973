export class OAuthError extends Error {
  constructor(
    message: string,
    readonly scope?: string,
  ) {
    super(message);
  }
}

export class InsufficientScopeError extends OAuthError {
  static readonly code = "insufficient_scope";
  readonly required: string;

  constructor(scope: string) {
    super("The request requires higher privileges", scope);
    this.required = scope;
  }
}

export const OAUTH_ERRORS = {
  invalid_token: OAuthError,
  [InsufficientScopeError.code]: InsufficientScopeError,
} as const;
