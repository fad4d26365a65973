interface Server {
  readonly authorizationEndpoint: string;
  readonly clientId: string;
}

interface Challenge {
  readonly error?: string;
  readonly scope?: string;
}

export class Links {
  private scope?: string;

  onRefused(server: Server, { error, scope }: Challenge): string | undefined {
    if (error !== "insufficient_scope" || !scope) return undefined;
    this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    return this.linkTo(server);
  }

  linkTo(server: Server): string {
    const link = new URL(server.authorizationEndpoint);
    link.searchParams.set("client_id", server.clientId);
    link.searchParams.set("scope", this.scope ?? "");
    return link.href;
  }
}
