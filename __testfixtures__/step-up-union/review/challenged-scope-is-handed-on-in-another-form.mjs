import { parseChallenge } from "./challenge.mjs";
import { beginLogin, connectAgain, renderNotice } from "./session.mjs";

export async function onReply(reply) {
  const { error, scope } = parseChallenge(reply.headers.get("www-authenticate"));
  if (error !== "insufficient_scope") return;
  await connectAgain(reply.url, scope.trim().split(/\s+/)); // expect: review scope-side-channel
}

export async function onRefusal(reply) {
  const { error, scopes } = parseChallenge(reply.headers.get("www-authenticate"));
  if (error !== "insufficient_scope") return;
  await beginLogin([...scopes].join(" ")); // expect: review scope-side-channel
}

export function onShown(reply, toast) {
  const { error, scopes } = parseChallenge(reply.headers.get("www-authenticate"));
  if (error !== "insufficient_scope") return;
  toast.show(renderNotice(scopes.join(", ")));
  console.warn(renderNotice(scopes));
}
