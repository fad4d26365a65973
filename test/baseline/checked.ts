import { analyze } from "../../src/analyze.ts";
import type { BaselineEntry } from "../../src/baseline/baseline.ts";
import { updatedBaseline } from "../../src/baseline/match.ts";
import { type CheckedFile, isFinding } from "../../src/model/outcome.ts";

/** A file as a run of the command has it. */
export function checked(file: string, source: string): CheckedFile {
  const { sites, edits, suppressions } = analyze(source, file);
  return { file, source, sites, edits, suppressions };
}

/** A baseline of all that a run found. */
export const accepted = (...files: CheckedFile[]): BaselineEntry[] => updatedBaseline([], files, () => true);

/** The findings: the symbols around each, and the line. */
export const findings = (files: readonly CheckedFile[]): string[] =>
  files.flatMap(({ file, sites }) =>
    sites
      .filter((site) => isFinding(site, "review"))
      .map(({ identity, line }) => `${file}:${line} ${identity.symbols.join(" > ")}`),
  );

/** A class with a method for each of the bodies given by name, in all of which `scope` is a challenged scope. */
export function client(bodies: Readonly<Record<string, string>>, name = "Client"): string {
  const methods = Object.entries(bodies).map(
    ([method, body]) => `
  async ${method}(response, { error, scope }) {
    if (response.status !== 403 || error !== "insufficient_scope") return;
    ${body}
    await auth(this.provider, { scope: this.scope });
  }
`,
  );
  return `import { auth } from "@modelcontextprotocol/sdk/client/auth.js"; import { unionScopes } from "./union-scopes.js";\nclass ${name} {${methods.join("")}}\n`;
}

/** The plain replacement. */
export const REPLACED = "this.scope = scope;";
/** The same, migrated. */
export const UNION = "this.scope = unionScopes((await this.provider.tokens())?.scope, this.scope, scope);";
