class InsufficientScopeError extends Error {
  code = "insufficient_scope";

  constructor(scope) {
    super("insufficient scope");
    this.scope = scope;
  }
}

async function retry(work, { onFailed = () => {} } = {}) {
  try {
    return await work();
  } catch (error) {
    await onFailed(error);
    return work();
  }
}

async function check(response) {
  const { error, scope } = await response.json();
  if (response.status === 403 && error === "insufficient_scope") throw new InsufficientScopeError(scope);
  return response;
}

export async function photos(api, issuer, wish) {
  const grant = { wish, tokens: undefined };

  const consent = async () => {
    const body = new URLSearchParams({ grant_type: "client_credentials", scope: grant.wish });
    grant.tokens = await retry(() => fetch(issuer, { method: "POST", body }).then(check));
  };

  const onFailed = async (error) => {
    grant.wish = error.scope;
    await consent();
  };

  await consent();
  return () => retry(() => fetch(api, { headers: { authorization: grant.tokens.access_token } }).then(check), { onFailed });
}
