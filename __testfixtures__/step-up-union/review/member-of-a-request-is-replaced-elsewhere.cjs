class Grant {
  #all = new Map();

  constructor(saved) {
    this.token = saved && saved.token;
    this.wanted = (saved && saved.wanted) || "calendar.read";
  }

  get wanted() {
    return Array.from(this.#all.keys()).join(" ");
  }

  set wanted(value) {
    for (const each of String(value || "").split(" ")) {
      if (each) this.#all.set(each, true);
    }
  }

  toJSON() {
    return { token: this.token, wanted: this.wanted };
  }
}

module.exports = function planner(app, authorizeURL) {
  app.use((req, _res, next) => {
    req.grant = new Grant(req.session.grant);
    next();
  });

  app.get("/again", (req, res) => {
    req.grant = { wanted: "calendar.read" };
    res.redirect(authorizeURL({ client_id: "planner", scope: req.grant.wanted }));
  });

  app.post("/events", async (req, res) => {
    const answer = await fetch("https://api.calendar.example/events", { method: "POST" });
    const challenge = await answer.json();
    if (answer.status === 403 && challenge.error === "insufficient_scope") {
      req.grant.wanted = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
      req.session.grant = req.grant.toJSON();
      return res.redirect(authorizeURL({ client_id: "planner", scope: req.grant.wanted }));
    }
    return res.sendStatus(answer.status);
  });
};
