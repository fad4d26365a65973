import express from "express";
import { parse } from "./parse.js";
let scope = "files:read";
export const app = express();
app.get("/files", async (req, res) => {
  const response = await fetch("https://api.example.com/files", { headers: { authorization: req.headers.authorization } });
  if (response.status !== 403) return void response.body.pipe(res);
  const challenge = parse(response.headers.get("www-authenticate"));
  if (challenge.error !== "insufficient_scope" || !challenge.scope) return void res.sendStatus(403);
  scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
  const params = new URLSearchParams({ client_id: "web", response_type: "code", scope });
  res.status(302).redirect(`https://login.example.com/authorize?${params}`);
});
