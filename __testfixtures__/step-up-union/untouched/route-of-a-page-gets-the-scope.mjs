/** Hands requests on to another service, in the name of the user. */
export async function proxy(req, res) {
  const upstream = await fetch(`https://people.example/api${req.url}`, {
    headers: { authorization: `Bearer ${req.user.accessToken}` },
  });
  if (upstream.status === 403) {
    const challenge = upstream.headers.get("www-authenticate") ?? "";
    const [, needed] = /insufficient_scope.*\bscope="([^"]+)"/.exec(challenge) ?? [];
    if (needed) {
      const query = new URLSearchParams({ scope: needed, next: req.originalUrl });
      return res.redirect(`/help/people?${query}`);
    }
  }
  return res.status(upstream.status).end();
}
