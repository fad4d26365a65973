const { Hono } = require("hono");

const app = new Hono();
const READ = "mail.read";

const refuse = (c, challenge) => {
  if (challenge.error === "insufficient_scope") c.set("scope", challenge.scope); // expect: review scope-side-channel
  return c.text("no", 403, { "www-authenticate": `Bearer error="${challenge.error}", scope="${challenge.scope}"` });
};

app.use((c, next) => {
  c.set("scope", c.req.header("x-scope") || "");
  return next();
});
app.get("/inbox", async (c) => {
  const answer = await fetch("https://up.example/inbox");
  return answer.ok ? c.body(answer.body) : refuse(c, await answer.json());
});
app.get("/mail", (c) =>
  c.get("scope").split(" ").includes(READ)
    ? c.json([])
    : refuse(c, { error: "insufficient_scope", scope: READ }),
);
app.onError((error, c) => {
  console.error(error, c.get("scope"));
  return c.text("", 500);
});

module.exports = app;
