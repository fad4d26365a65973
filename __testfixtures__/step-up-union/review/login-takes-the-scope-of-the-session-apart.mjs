import { Router } from "express";
import { idp, upstream } from "./services.js";

export const router = Router();

/** Two routes share a session: what one keeps there, the other takes apart, with a default for each part. */
router.get("/invoices/:id", async (req, res) => {
  const answer = await upstream.get(`/invoices/${req.params.id}`, req.session.accessToken);
  if (answer.status !== 403) return res.status(answer.status).send(answer.data);
  const header = String(answer.headers["www-authenticate"] ?? "");
  if (!/error="insufficient_scope"/.test(header)) return res.sendStatus(403);
  const needed = /scope="([^"]+)"/.exec(header)?.[1];
  if (!needed) return res.sendStatus(403);
  req.session.login = { scope: needed, returnTo: req.originalUrl }; // expect: review scope-side-channel
  return res.status(401).json({ code: "consent_required" });
});

router.get("/login", (req, res) => {
  const { scope = "openid invoices:read", returnTo = "/" } = req.session.login ?? {};
  req.session.returnTo = returnTo;
  res.redirect(idp.authorizationUrl({ scope }));
});

/** What is shown of it is not asked for. */
export function banner(req) {
  const { scope = "", returnTo = "/" } = req.session.login ?? {};
  return `${returnTo}: ${scope}`;
}
