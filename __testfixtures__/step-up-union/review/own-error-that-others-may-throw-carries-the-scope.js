export class StepUpRequired extends Error {
  constructor(scope) {
    super("more is needed");
    this.scope = scope;
  }
}

export async function throwFor(response) {
  const body = await response.json();
  if (response.status === 403 && body.error === "insufficient_scope") throw new StepUpRequired(body.scope);
}

export class Controller {
  constructor(session) {
    this.session = session;
  }

  async approve(id) {
    try {
      await throwFor(await fetch(`/invoices/${id}`, { method: "POST" }));
    } catch (error) {
      if (!(error instanceof StepUpRequired)) throw error;
      await this.session.login({ scope: error.scope }); // expect: review scope-side-channel (advice unbounded-step-up)
      return this.approve(id);
    }
  }
}
