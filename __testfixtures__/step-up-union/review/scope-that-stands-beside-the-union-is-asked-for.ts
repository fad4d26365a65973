interface Storage {
  tokens(): Promise<{ scope?: string } | undefined>;
}

interface Challenge {
  reason: "insufficient_scope" | "invalid_token";
  requiredScopes: string[];
  authorizationScopes?: string[];
}

/** What is asked for is the part of the record that is not joined. */
export class Flow {
  constructor(
    private readonly storage: Storage,
    private readonly auth: (options: { scope?: string }) => Promise<void>,
  ) {}

  async enriched(challenge: Challenge): Promise<Challenge> {
    if (challenge.reason !== "insufficient_scope") return challenge;
    const granted = (await this.storage.tokens())?.scope?.split(" ") ?? [];
    const requiredScopes = challenge.requiredScopes.filter(Boolean);
    return { ...challenge, requiredScopes, authorizationScopes: [...new Set([...granted, ...requiredScopes])] }; // expect: already-union union-kept
  }

  async stepUp(challenge: Challenge): Promise<void> {
    const { reason, requiredScopes } = await this.enriched(challenge);
    if (reason === "insufficient_scope") await this.auth({ scope: requiredScopes?.join(" ") }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    else await this.auth({});
  }

  async isCovered(challenge: Challenge, scope: string): Promise<boolean> {
    if (challenge.reason !== "insufficient_scope") return false;
    const { authorizationScopes } = await this.enriched(challenge);
    return authorizationScopes?.join(" ") === scope;
  }
}
