const { Hono } = require("hono");

const app = new Hono();
const READ = "mail.read";
const needed = async (url) => (await (await fetch(url)).json()).scope;

const refuse = (c, challenge) => {
  if (challenge.error === "insufficient_scope") c.set("scope", challenge.scope); // expect: review scope-side-channel
  return c.text("no", 403, { "www-authenticate": `Bearer error="${challenge.error}", scope="${challenge.scope}"` });
};

app.use((c, next) => {
  c.set("scope", c.req.header("x-scope") || "");
  return next();
});
app.get("/mail", async (c) =>
  c.get("scope").split(" ").includes(READ)
    ? c.json([])
    : refuse(c, { error: "insufficient_scope", scope: await needed("https://up.example") }),
);
app.onError((error, c) => {
  console.error(error, c.get("scope"));
  return c.text("", 500);
});

module.exports = app;
