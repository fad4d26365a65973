/** One `WWW-Authenticate` challenge, parsed. */
export interface Challenge {
  readonly scheme: string;
  readonly error?: string;
  readonly scope?: string;
  readonly realm?: string;
}

export declare function parseChallenge(header: string | null): Challenge;
