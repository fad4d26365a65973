declare const i18n: { t(key: string, values?: object): string };
declare const snackBar: { open(text: string, action: string, options: object): void };
declare const reply: { setHeader(name: string, value: string): void; json(body: object): void };
declare function describe(text: TemplateStringsArray, ...values: unknown[]): string;

export function message(problem: { error: string; scope?: string }): string {
  switch (problem.error) {
    case "invalid_token":
      return i18n.t("auth.expired");
    case "insufficient_scope":
      return i18n.t("auth.scope", { scope: problem.scope });
    default:
      return i18n.t("auth.unknown", { code: problem.error });
  }
}

export function mapped(response: Response): object {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope"))
    return { code: "NEEDS_SCOPE", scope: header.match(/scope="([^"]+)"/)?.[1], status: 403 };
  return { code: "OTHER", status: response.status };
}

export function forward(response: Response): void {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    const scope = header.match(/scope="([^"]+)"/)?.[1] ?? "";
    reply.setHeader("X-Required-Scope", scope);
    reply.json({ error: "insufficient_scope", scope });
  }
}

export function warn(response: Response): void {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    snackBar.open(describe`You need ${scope}`, "OK", { data: { scope } });
  }
}

export function report(worker: Worker, header: string): void {
  if (header.includes("insufficient_scope"))
    worker.postMessage({ type: "denied", scope: header.match(/scope="([^"]+)"/)?.[1] });
}
