import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import type { Site } from "../../../src/model/site.ts";
import { explain, explainAll } from "../../../src/report/explain/explain.ts";
import { htmlExplanations } from "../../../src/report/explain/html.ts";
import { codeText, html, pathMarkup } from "../../../src/report/explain/markup.ts";
import { ATTACK, hostileSite } from "./hostile.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const SITES = [
  siteWith({ rule: "union-kept", verdict: "already-union", edits: undefined }),
  siteWith({ verdict: "review" }),
  SITE,
];
const page = (sites = SITES, file = "src/client.mjs") =>
  htmlExplanations(explainAll([{ file, source: SOURCE, sites }]));
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, group = ""]) => group);
const hash = (text = "") => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the page", () => {
  const text = page();

  test("has a policy that knows its own style and script, and nothing else", () => {
    const [policy = ""] = all(text, /Content-Security-Policy" content="([^"]*)"/g);
    const [style] = all(text, /<style>([\s\S]*?)<\/style>/g);
    const scripts = all(text, /<script>([\s\S]*?)<\/script>/g);
    expect(scripts).toHaveLength(1);
    expect(policy.replaceAll("&#39;", "'").split("; ")).toEqual([
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${hash(scripts[0])}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test("loads nothing and has no attribute that is code or style", () => {
    const body = text.slice(text.indexOf("<body>"));
    expect(body).not.toMatch(/<[^>]*\s(?:src|style|on\w+|srcset|action|formaction)=/);
    expect(text).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b|@import|url\(/);
    expect(
      all(text, /href="([^#"][^"]*)"/g).every((url) =>
        /^https:\/\/(?:www\.rfc-editor\.org|modelcontextprotocol\.io)\//.test(url),
      ),
    ).toBe(true);
  });

  test("has every site once, what must be decided before what is changed, and a row and an anchor for each", () => {
    expect(all(text, /<article id="site-\d+"[^>]*data-verdict="([^"]*)"/g)).toEqual([
      "review",
      "rewrite",
      "already-union",
    ]);
    const anchors = all(text, /<article id="([^"]*)"/g);
    expect(all(text, /href="#(site-[^"]*)"><code>/g)).toEqual(anchors);
    expect(all(text, /<a href="#(site-\d)">Next/g)).toEqual(anchors.slice(1));
    expect(all(text, /<a href="#(site-\d)">Previous/g)).toEqual(anchors.slice(0, -1));
    expect(all(text, /data-row="([^"]*)"/g)).toEqual(anchors);
    expect(text).toContain("3 sites in 1 file: 1 review, 1 rewrite, 1 already-union.");
  });

  test("has headings without a gap, names and labels", () => {
    const levels = all(text, /<h([1-6])/g).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(text).toMatch(/<html lang="en">/);
    expect(all(text, /aria-labelledby="([^"]*)"/g).every((id) => text.includes(`id="${id}"`))).toBe(true);
  });

  test("tells the fingerprint of a site, where it is known", () => {
    const known = new Map([[SITE, "0123456789abcdef"]]);
    const told = htmlExplanations(
      explainAll([{ file: "src/client.mjs", source: SOURCE, sites: SITES }], undefined, known),
    );
    expect(all(told, /<p class="fingerprint">Fingerprint <code>(.*?)<\/code>/g)).toEqual(["0123456789abcdef"]);
    expect(text).not.toContain("Fingerprint");
  });

  test("of no site says so, and has no filters", () => {
    const empty = htmlExplanations([]);
    expect(empty).toContain("<p>No step-up handler replaces the requested scope.</p>");
    expect(empty).not.toContain("<form");
  });
});

describe("the drawing and the diff", () => {
  const article = (site = SITE) => page([site]).split("<article")[1] ?? "";

  const SHARED = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Session {
  async onRefused(response) {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
  /** A handler of both, whose ways differ on a 401. */
  function shared(tokens: "auto" | "omit" = "auto"): string {
    const { sites } = analyze(SHARED, "client.mjs", { tokens });
    const text = htmlExplanations(explainAll([{ file: "src/client.mjs", source: SHARED, sites }]));
    return text.split("<article")[1] ?? "";
  }

  test("show the parts that the union has", () => {
    expect(article()).not.toContain("<figure");
    expect(all(shared(), /<li class="(\w+)"><b>/g)).toEqual([
      "challenge",
      "alone",
      "request",
      "challenge",
      "alone",
      "request",
      "challenge",
      "union",
      "request",
    ]);
    expect(all(shared(), /<li class="challenge"><b>Challenge<\/b> (\w+)/g)).toEqual(["401", "401", "401"]);
    const [union = ""] = all(shared(), /<li class="union">([\s\S]*?)<\/ul>/g);
    expect(
      union
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    ).toBe("Union granted tokens?.scope previously requested this.scope challenged scope");
    const without = shared("omit");
    expect(all(without, /<li class="union">([\s\S]*?)<\/ul>/g)[0]).not.toContain("granted");
  });

  test("mark what comes and leave the rest", () => {
    expect(all(article(), /<ins>(.*?)<\/ins>/g)).toEqual([
      "const tokens = await this.provider.tokens();",
      "unionScopes(tokens?.scope, this._scope, ",
      ")",
    ]);
    expect(
      all(
        article(siteWith({ edits: [{ start: SITE.start, end: SITE.start + 4, text: "self", role: "union" }] })),
        /<del>(.*?)<\/del>/g,
      ),
    ).toEqual(["this"]);
  });
});

describe("hostile text", () => {
  test("is escaped and made visible", () => {
    expect(html`<p title="${"\"><'`&"}">${"\u001b\u202e"}</p>`.markup).toBe(
      '<p title="&#34;&#62;&#60;&#39;&#96;&#38;">\\u{1b}\\u{202e}</p>',
    );
    expect(codeText("\t<\n").markup).toBe("\t&#60;\\u{a}");
  });

  test("adds no element and no attribute to the page", () => {
    const tags = (text: string) =>
      all(text, /<([a-z][a-z0-9]*(?:\s[^<>]*)?)>/g).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const calm: Site = JSON.parse(JSON.stringify(hostileSite(), (_, value) => (value === ATTACK ? "calm" : value)));
    const hostile = htmlExplanations([explain(hostileSite(), SOURCE, ATTACK)]);
    const other = htmlExplanations([explain(calm, SOURCE, "calm")]);
    // Lines, and the slashes of a path, are as many as there are.
    const outside = (text: string) => tags(text).filter((tag) => !/^(?:ins|tr|td|code|wbr$)/.test(tag));
    expect(outside(hostile)).toEqual(outside(other));
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

test("a path can be broken behind its slashes, and shows nothing but itself", () => {
  expect(pathMarkup("a/<b>/c.ts:1:2").markup).toBe("a/<wbr>&#60;b&#62;/<wbr>c.ts:1:2");
});
