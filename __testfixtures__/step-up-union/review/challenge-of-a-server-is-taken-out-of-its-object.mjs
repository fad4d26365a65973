import { Hono } from "hono";
const app = new Hono();
const refuse = (c, challenge) => {
  if (challenge.error === "insufficient_scope") c.set("scope", challenge.scope); // expect: review scope-side-channel
  return c.text("no", 403, { "www-authenticate": `Bearer error="${challenge.error}"` });
};
app.use(async (c, next) => {
  c.set("scope", "");
  await next();
  const { get } = c;
  await c.env.GATEWAY.fetch(c.req.raw, { headers: { "x-scope": get.call(c, "scope") } });
});
app.get("/mail", (c) => (c.get("scope").includes("m") ? c.json([]) : refuse(c, { error: "insufficient_scope", scope: "m" })));
export default app;
