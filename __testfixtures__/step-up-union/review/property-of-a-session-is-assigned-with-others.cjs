"use strict";

const express = require("express");
const passport = require("passport");

module.exports = function portal(settings) {
  const app = express.Router();

  app.get("/login", (req, res, next) => {
    passport.authenticate("oauth2", { scope: req.session.ask || "read" })(req, res, next);
  });

  app.all("/api/*", async (req, res) => {
    const answer = await fetch(settings.api + req.path);
    const [, code] = /error="(\w+)"/.exec(answer.headers.get("www-authenticate")) || [];
    if (answer.status === 403 && code === "insufficient_scope") {
      const [, ask] = /scope="([^"]*)"/.exec(answer.headers.get("www-authenticate")) || [];
      Object.assign(req.session, { ask, returnTo: req.get("referer") }); // expect: review scope-side-channel
      return res.redirect("/login");
    }
    res.status(answer.status).send(await answer.text());
  });

  return app;
};
