function writable(value) {
  return {
    set: (next) => void (value = next),
    update: (make) => void (value = make(value)),
    get: () => value,
  };
}

export function createRecipes({ api, issuer, goTo }) {
  const session = writable({ lacking: "", tokens: null });

  // What is asked for is the same at every login; what was lacking is shown to a person.
  async function login() {
    const code = await goTo(`${issuer}/authorize?client_id=recipes&scope=recipes`);
    const answer = await fetch(`${issuer}/token`, { method: "POST", body: new URLSearchParams({ code }) });
    const tokens = await answer.json();
    session.update((held) => ({ ...held, tokens }));
  }

  return {
    login,
    problem: () => `You may not do this: ${session.get().lacking} is missing.`,
    async recipe(path) {
      const response = await fetch(api + path, {
        headers: { authorization: `Bearer ${session.get().tokens?.access_token}` },
      });
      const header = response.headers.get("www-authenticate") ?? "";
      const scope = /[ ,]scope="([^"]+)"/.exec(header)?.[1];
      if (response.status === 403 && /error="insufficient_scope"/.test(header) && scope)
        session.update((held) => ({ ...held, lacking: scope }));
      return response;
    },
  };
}
