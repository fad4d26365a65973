export interface OAuthTokens {
  access_token: string;
  token_type: string;
  expires_in?: number;
  refresh_token?: string;
  scope?: string;
}

export interface OAuthClientMetadata {
  redirect_uris: string[];
  client_name?: string;
  scope?: string;
}

export interface OAuthClientInformation {
  client_id: string;
  client_secret?: string;
}

export interface AuthorizationServerMetadata {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  scopes_supported?: string[];
}
