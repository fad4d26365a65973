/** @typedef {{ asked: string, tokens: { access_token: string, scope?: string } | null }} Session */

function writable(value) {
  return {
    set: (next) => void (value = next),
    update: (make) => void (value = make(value)),
    get: () => value,
  };
}

export function createRecipes({ api, issuer, goTo }) {
  const session = writable(/** @type {Session} */ ({ asked: "recipes:read", tokens: null }));

  async function login() {
    const { asked } = session.get();
    const code = await goTo(`${issuer}/authorize?client_id=recipes&scope=${encodeURIComponent(asked)}`);
    const answer = await fetch(`${issuer}/token`, { method: "POST", body: new URLSearchParams({ code }) });
    const tokens = await answer.json();
    session.update((held) => ({ ...held, tokens }));
  }

  // The next state is made of the last one, but for the scope, which the login asks for.
  return async function recipe(path) {
    const response = await fetch(api + path, {
      headers: { authorization: `Bearer ${session.get().tokens?.access_token}` },
    });
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /[ ,]scope="([^"]+)"/.exec(header)?.[1];
    if (response.status === 403 && /error="insufficient_scope"/.test(header) && scope) {
      session.update((held) => ({ ...held, asked: scope })); // expect: review scope-side-channel
      await login();
    }
    return response;
  };
}
