import superagent from "superagent";

/** Tells its own client what the service behind it lacks. */
export async function proxy(req, res) {
  const response = await superagent.get(`https://forest.example${req.url}`);
  if (response.status === 403 && response.body.error === "insufficient_scope") {
    return res.status(403).send({ error: "insufficient_scope", scope: response.body.scope });
  }
  return res.send(response.body);
}
