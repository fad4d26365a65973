interface Storage {
  tokens(): Promise<{ scope?: string } | undefined>;
}

interface Challenge {
  reason: "insufficient_scope" | "invalid_token";
  requiredScopes: string[];
  authorizationScopes?: string[];
}

/** Which part of the record its callers ask for is not seen: none of this file reads the union. */
export class Flow {
  constructor(private readonly storage: Storage) {}

  async enriched(challenge: Challenge): Promise<Challenge> {
    if (challenge.reason !== "insufficient_scope") return challenge;
    const granted = (await this.storage.tokens())?.scope?.split(" ") ?? [];
    const requiredScopes = challenge.requiredScopes.filter(Boolean);
    return { ...challenge, requiredScopes, authorizationScopes: [...new Set([...granted, ...requiredScopes])] }; // expect: review scope-side-channel; already-union union-kept
  }

  async stepUp(challenge: Challenge): Promise<Challenge | undefined> {
    if (challenge.reason !== "insufficient_scope") return undefined;
    return this.enriched(challenge);
  }
}
