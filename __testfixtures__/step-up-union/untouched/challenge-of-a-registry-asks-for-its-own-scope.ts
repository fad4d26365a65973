interface RegistryChallenge {
  readonly error?: string;
  readonly realm: string;
  readonly service: string;
  readonly scope: string;
}

export async function registryToken(challenge: RegistryChallenge): Promise<string> {
  if (challenge.error === "insufficient_scope") {
    const url = new URL(challenge.realm);
    url.searchParams.set("service", challenge.service);
    url.searchParams.set("scope", challenge.scope);
    const response = await fetch(url);
    const { token } = (await response.json()) as { token: string };
    return token;
  }
  throw new Error("denied");
}
