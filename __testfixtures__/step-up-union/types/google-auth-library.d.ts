export declare class OAuth2Client {
  generateAuthUrl(options: { access_type?: string; scope?: string; include_granted_scopes?: boolean }): string;
}
