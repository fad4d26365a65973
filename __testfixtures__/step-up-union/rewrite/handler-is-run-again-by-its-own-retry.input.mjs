class InsufficientScopeError extends Error {
  constructor(scope) {
    super(`The token lacks ${scope}`);
    this.name = "InsufficientScopeError";
    this.scope = scope;
  }
}

async function retry(run, { onFailed }) {
  try {
    return await run();
  } catch (error) {
    await onFailed(error);
    return run();
  }
}

async function check(response) {
  if (response.ok) return response.json();
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = header.match(/scope="([^"]+)"/)?.[1];
  if (response.status === 403 && header.includes('error="insufficient_scope"') && scope)
    throw new InsufficientScopeError(scope);
  throw new Error(`HTTP ${response.status}`);
}

export function createPhotos(api, issuer, client) {
  const grant = { wish: "base", bearer: "" };

  const consent = async () => {
    const body = new URLSearchParams({ client_id: client, scope: grant.wish });
    const ask = () => fetch(`${issuer}/device`, { method: "POST", body }).then(check);
    grant.bearer = await retry(ask, { onFailed: () => undefined });
  };

  return (path) => {
    const send = () => fetch(api + path, { headers: { authorization: `Bearer ${grant.bearer}` } }).then(check);
    const onFailed = async (error) => {
      if (!(error instanceof InsufficientScopeError)) throw error;
      grant.wish = error.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
      await consent();
    };
    return retry(send, { onFailed });
  };
}
