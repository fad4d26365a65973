import { Hono } from "hono";

const app = new Hono();

const header = (fields) =>
  `Bearer ${Object.entries(fields)
    .map(([name, value]) => `${name}="${value}"`)
    .join(", ")}`;

function refuse(c, status, challenge = {}) {
  if (challenge.error === "insufficient_scope") {
    const { scope = "" } = challenge;
    c.set("scope", scope);
    c.set("challenge", { error: challenge.error, scope });
  }
  return c.json(challenge, status, { "WWW-Authenticate": header({ ...challenge }) });
}

const needs =
  (...wanted) =>
  (c, next) => {
    const held = new Set(c.get("scope").split(" "));
    if (wanted.every((each) => held.has(each))) return next();
    return refuse(c, 403, { error: "insufficient_scope", scope: wanted.join(" ") });
  };

app.use((c, next) => {
  c.set("scope", c.req.header("x-granted") ?? "");
  return c.req.header("x-user") ? next() : refuse(c, 401);
});
app.use(async (c, next) => {
  await next();
  console.log(c.req.path, c.res.status, c.get("scope"));
});
app.get("/files", needs("files:read"), (c) => c.json([]));
app.put("/files", needs("files:read", "files:write"), (c) => c.body(null, 204));

export default app;
