// The function stands in the table by its name.
interface Refusal {
  code: string;
  needs: { scope: string };
}

interface Session {
  asked: string;
}

async function widen(session: Session, refusal: Refusal): Promise<Response> {
  session.asked = refusal.needs.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
  return logIn(session);
}

async function logIn({ asked }: Session): Promise<Response> {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "a", scope: asked });
  return fetch("https://id.example/token", { method: "POST", body });
}

const ANSWERS: Record<string, (session: Session, refusal: Refusal) => Promise<Response>> = {
  invalid_token: (session) => logIn(session),
  insufficient_scope: widen,
};

export const answer = (session: Session, refusal: Refusal): Promise<Response> | undefined =>
  ANSWERS[refusal.code]?.(session, refusal);
