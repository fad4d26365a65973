import type { EngineOptions } from "../../src/model/options.ts";
import type { CheckedFile, CheckedSite, Outcome } from "../../src/model/outcome.ts";
import { NO_PROVENANCE } from "../../src/model/provenance.ts";
import type { Site } from "../../src/model/site.ts";
import type { ReportView } from "../../src/report/view.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";

/** A file as a run reports it. */
export function checkedFile(file: string, source: string, options: Partial<EngineOptions> = {}): CheckedFile {
  const { sites, edits, suppressions } = analyzeOnce(source, file, options);
  return { file, source, sites, edits, suppressions };
}

/** A file whose engine's findings are made up: for what no code leads to, or not at will. */
export function fileWith(file: string, source: string, sites: readonly CheckedSite[]): CheckedFile {
  return { file, source, sites, edits: [], suppressions: [] };
}

/** A made-up site of a range, given by its text. */
export function siteAt(source: string, text: string, more: Partial<CheckedSite> = {}): CheckedSite {
  const start = source.indexOf(text);
  if (start < 0) throw new Error(`${JSON.stringify(text)} is not in the source`);
  const place = (offset: number) => {
    const before = source.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const end = start + text.length;
  const { line: endLine, column: endColumn } = place(end);
  const at = { start, end, ...place(start), endLine, endColumn };
  const site: Site = {
    ...at,
    rule: "replaced-scope",
    verdict: "rewrite",
    message: "the scope is replaced",
    reasons: { evidence: [], sink: { ...at, kind: "field", text }, challenged: { ...at, text } },
    advice: [],
    proof: [],
    identity: { symbols: ["Client", "send"], code: "this._scope = scope" },
  };
  return { ...site, ...more };
}

/** What a run found, by default nothing at all. */
export function outcomeOf(files: readonly CheckedFile[], more: Partial<Outcome> = {}): Outcome {
  return {
    files,
    failures: [],
    remarks: [],
    dependencies: [],
    unrecognised: [],
    counts: { selected: 123, read: 123, parsed: 2, handlers: 2, milliseconds: 412 },
    ...more,
  };
}

/** A view without colours, for no terminal. */
export const VIEW: ReportView = {
  version: "1.2.3",
  docs: "https://example.test/rules",
  command: "npx step-up-union",
  provenance: NO_PROVENANCE,
  failOn: "review",
  exitCode: 1,
  quiet: false,
  list: false,
  next: [],
};

/** A handler that is rewritten. */
export const REWRITE = `import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Transport {
  private scope?: string;
  private lastHeader?: string | null;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const header = response.headers.get("WWW-Authenticate");
      if (this.lastHeader === header) throw new Error("Stepping up did not help.");
      if (scope) this.scope = scope;
      this.lastHeader = header;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;

/** A handler that a person must decide about. */
export const REVIEW = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Transport {
  async onRefused(response) {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response); if (!scope) return;
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
