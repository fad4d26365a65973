// What stands under the error code explains; the function that keeps a scope stands under another.
interface Refusal {
  code: string;
  needs: { scope: string };
}

interface Session {
  asked: string;
}

async function choose(session: Session, refusal: Refusal): Promise<Response> {
  session.asked = refusal.needs.scope;
  return logIn(session);
}

async function explain(_session: Session, refusal: Refusal): Promise<Response> {
  return new Response(`You lack ${refusal.needs.scope}.`, { status: 403 });
}

async function logIn({ asked }: Session): Promise<Response> {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "a", scope: asked });
  return fetch("https://id.example/token", { method: "POST", body });
}

const ANSWERS: Record<string, (session: Session, refusal: Refusal) => Promise<Response>> = {
  account_selection_required: choose,
  insufficient_scope: explain,
};

export const answer = (session: Session, refusal: Refusal): Promise<Response> | undefined =>
  ANSWERS[refusal.code]?.(session, refusal);
