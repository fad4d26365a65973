export function explain(help, send) {
  let lacking = "";
  let token;

  async function page() {
    const text = await help.topic({ scope: lacking });
    return { title: text.title, link: await help.link(lacking) };
  }

  return {
    page,
    signIn: async (open) => {
      token = await open("base");
    },
    async call(path) {
      const response = await send(path, token.access_token);
      if (response.status !== 403) return response;
      const { error, scope } = await response.json();
      if (error === "insufficient_scope") lacking = scope;
      return response;
    },
  };
}
