export function handle(error, report, logger) {
  if (error.code !== "insufficient_scope") return;
  report({ scope: error.name });
  logger.warn({ scope: error.tenant }, "not allowed");
}

export function answer(error, request, response, next) {
  if (error.code !== "insufficient_scope") return next(error);
  return response.status(403).json({ error: "insufficient_scope", scope: error.required });
}

export class Panel {
  onError(error) {
    if (error.code === "insufficient_scope") this.setState({ scope: error.operation, failed: true });
  }

  async load(url) {
    const response = await fetch(url);
    if (response.status === 403) this.scope = response.url;
    return response;
  }
}
