const InsufficientScope = Symbol("insufficient_scope");

class OAuthError {
  constructor(kind, scope) {
    this.kind = kind;
    this.scope = scope;
  }
}

const errorAs = (err, kind) => (err instanceof OAuthError && err.kind === kind ? [err, true] : [null, false]);

export function createClient(settings, http) {
  const config = { ...settings };

  async function exchange() {
    const query = new URLSearchParams({ client_id: config.client, scope: config.scope });
    return http(`${config.issuer}/authorize?${query}`);
  }

  async function roundTrip(path) {
    const response = await http(config.base + path);
    if (response.status < 400) return [response, null];
    const body = await response.json();
    if (response.status === 403 && body.error === "insufficient_scope")
      return [null, new OAuthError(InsufficientScope, body.scope)];
    return [null, new OAuthError(null, "")];
  }

  return async (path) => {
    const [response, err] = await roundTrip(path);
    const [refused, isRefused] = errorAs(err, InsufficientScope);
    if (!isRefused) return [response, err];
    config.scope = refused.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    await exchange();
    return roundTrip(path);
  };
}
