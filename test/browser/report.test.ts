import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { explainAll } from "../../src/report/explain/explain.ts";
import { htmlExplanations } from "../../src/report/explain/html.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { ATTACK, hostileSite } from "../report/explain/hostile.ts";
import { SITE, SOURCE, siteWith } from "../report/explain/site.ts";
import { Pages } from "./open-page.ts";

const SDK = new URL("../../node_modules/@modelcontextprotocol/sdk/dist/esm/client/streamableHttp.js", import.meta.url);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const KEPT = siteWith({ rule: "union-kept", verdict: "already-union", edits: undefined });
const SHARED = siteWith({ rule: "shared-401-403-handler", verdict: "review" }, { doubt: "shared-handler" });
const PAGE = htmlExplanations(
  explainAll([
    { file: "src/client.mjs", source: SOURCE, sites: [SITE, SHARED, KEPT] },
    { file: ATTACK, source: SOURCE, sites: [hostileSite()] },
  ]),
);

/** Sixty sites of fixtures, of every kind and reason. */
function manySites(): string {
  const seen = new Set<string>();
  let count = 0;
  const files = discoverFixtures().fixtures.flatMap(({ input, name, extension, options }) => {
    const { sites } = analyzeOnce(input, `${name}${extension}`, engineOptions(options, extension));
    const isNew = sites.some(({ rule, reasons }) => !seen.has(`${rule} ${reasons.doubt}`));
    if (count >= 60 && !isNew) return [];
    for (const { rule, reasons } of sites) seen.add(`${rule} ${reasons.doubt}`);
    count += sites.length;
    return [{ file: `src/${name}${extension}`, source: input, sites }];
  });
  return htmlExplanations(explainAll(files));
}

/** The visible cells whose text runs out of them. */
const OVERFLOWING = `[...document.querySelectorAll("td, th")]
  .filter((cell) => cell.offsetParent && cell.scrollWidth > cell.clientWidth + 1)
  .map(({ textContent }) => textContent)`;

let pages: Pages;
let url: string;
let manyUrl: string;

beforeAll(async () => {
  pages = await Pages.open();
  url = pages.write("report.html", PAGE);
  manyUrl = pages.write("many.html", manySites());
});

afterAll(() => pages?.close());

const onPage = (options: BrowserContextOptions, run: (page: Page) => Promise<void>, of: () => string = () => url) =>
  pages.visit(of(), run, options);

const shown = (page: Page) => page.locator("article:visible").evaluateAll((sites) => sites.map(({ id }) => id));
const rows = (page: Page) => page.locator("tr[data-row]:visible").count();
const count = (page: Page) => page.locator("#count").textContent();

describe("in a browser", () => {
  test("the page loads nothing, says nothing on the console, and what is hostile in it does nothing", async () => {
    const { said, requested } = await onPage({}, async (page) => {
      expect(await page.evaluate(() => "owned" in globalThis)).toBe(false);
      expect(await page.locator("img, iframe, body script ~ script").count()).toBe(0);
      expect(await page.locator("article").count()).toBe(4);
      expect(await page.locator("h2").filter({ hasText: "onerror=" }).count()).toBe(1);
    });
    expect(said).toEqual([]);
    expect(requested).toEqual([url]);
  });

  test("a script that got in all the same would not run", async () => {
    await onPage({}, async (page) => {
      await page.addScriptTag({ content: "globalThis.owned = 1" }).catch(() => undefined);
      expect(await page.evaluate(() => "owned" in globalThis)).toBe(false);
    });
  });

  test("filters by verdict, rule and file, together, and shows all again", async () => {
    await onPage({}, async (page) => {
      expect([await shown(page), await count(page)]).toEqual([
        ["site-1", "site-2", "site-3", "site-4"],
        "4 of 4 sites shown.",
      ]);
      await page.getByRole("checkbox", { name: /^rewrite/ }).uncheck();
      expect([await shown(page), await rows(page), await count(page)]).toEqual([
        ["site-1", "site-3"],
        2,
        "2 of 4 sites shown.",
      ]);
      await page.getByRole("combobox", { name: "Rule" }).selectOption("union-kept");
      expect(await shown(page)).toEqual(["site-3"]);
      await page.getByRole("button", { name: "Show all" }).click();
      await expect.poll(() => count(page)).toBe("4 of 4 sites shown.");
      await page.getByRole("combobox", { name: "File" }).selectOption({ index: 1 });
      expect((await shown(page)).length).toBe(1);
    });
  });

  test("can be worked by the keyboard alone, the focus being seen", async () => {
    await onPage({}, async (page) => {
      const focused = () => page.evaluate("document.activeElement.name || document.activeElement.id");
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("theme");
      expect(await page.locator("#theme").textContent()).toBe("Switch to dark");
      await page.keyboard.press("Enter");
      expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
      expect(await page.locator("#theme").textContent()).toBe("Switch to light");
      // The bar: the overview, the next open question, the answers.
      for (let step = 0; step < 5; step++) await page.keyboard.press("Tab");
      expect(await focused()).toBe("verdict");
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      expect(outline).toBe("solid");
      await page.keyboard.press("Space");
      expect(await count(page)).toBe("3 of 4 sites shown.");
      for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
      expect(await focused()).toBe("rule");
      await page.keyboard.press("End");
      expect(await count(page)).toBe("1 of 4 sites shown.");
    });
  });

  test.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 360, height: 740 } }],
  ] as const)("axe finds nothing %s, and the page is no wider than its window", async (_, options) => {
    await onPage({ ...options, bypassCSP: true }, async (page) => {
      await page.evaluate(AXE);
      const found = () =>
        page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, impact }) => [id, impact]))");
      expect(await found()).toEqual([]);
      await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
      await page.getByRole("button", { name: "Copy answers" }).click();
      await page.locator("#result").waitFor();
      expect(await found()).toEqual([]);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = false; })");
      expect(await found()).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    });
  });

  test.each([360, 560, 768, 1024])("lets no cell run into the next on %i pixels", async (width) => {
    await onPage({ viewport: { width, height: 740 } }, async (page) => {
      expect(await page.evaluate(OVERFLOWING)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    });
  });

  test.each([360, 560, 768])("nor any of sixty sites of all kinds, on %i pixels", async (width) => {
    await onPage(
      { viewport: { width, height: 740 }, bypassCSP: true },
      async (page) => {
        expect(await page.locator("article").count()).toBeGreaterThanOrEqual(60);
        expect(await page.evaluate(OVERFLOWING)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
        if (width > 360) return;
        await page.evaluate(AXE);
        expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual([]);
      },
      () => manyUrl,
    );
  });

  test("keeps the line numbers and signs of a change on a phone, and the lines around it", async () => {
    await onPage({ viewport: { width: 360, height: 740 } }, async (page) => {
      const change = page.locator("article[data-verdict=rewrite]").first().locator(".diff");
      const numbers = await change.locator("td.number:visible").allTextContents();
      expect(numbers).toEqual(["7", "+", "8", "9", "10−", "+", "11"]);
    });
  });

  test("keeps the way back in sight, and hides nothing under it", async () => {
    await onPage({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.locator("#site-2 .neighbours").getByRole("link", { name: "Next" }).click();
      const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? -1;
      const bar = await page.locator(".bar").boundingBox();
      expect(bar?.y).toBe(0);
      expect(bar?.height).toBeLessThan(110);
      await expect.poll(() => top("#site-3")).toBeGreaterThanOrEqual((bar?.height ?? 0) - 1);
      await page.locator(".bar").getByRole("link", { name: "Overview" }).click();
      await expect.poll(() => top("#overview")).toBeGreaterThanOrEqual(0);
    });
  });

  test("folds a site, leads to the next one, and has no rewrite in the colour of what is well", async () => {
    await onPage({ colorScheme: "light" }, async (page) => {
      await page.locator("#site-1 summary").click();
      expect(await page.locator("#site-1 .decisions").isVisible()).toBe(false);
      await page.locator("#site-1 .neighbours").getByRole("link", { name: "Next" }).click();
      expect(page.url()).toMatch(/#site-2$/);
      const colour = await page.evaluate<string>("getComputedStyle(document.querySelector('.verdict.rewrite')).color");
      const [red = 0, green = 0] = (colour.match(/\d+/g) ?? []).map(Number);
      expect(red).toBeGreaterThan(green);
    });
  });

  test("shows all sites, without its controls, where scripts are off", async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("article:visible").count()).toBe(4);
      expect(await page.locator("form:visible, button:visible").count()).toBe(0);
    });
  });

  test("prints light, without controls, the overview and each site on one page", async () => {
    const sdk = readFileSync(SDK, "utf8");
    const { sites } = analyze(sdk, "streamableHttp.js");
    const files = [
      { file: "@modelcontextprotocol/sdk/dist/esm/client/streamableHttp.js", source: sdk, sites },
      { file: "src/client.mjs", source: SOURCE, sites: [SITE, SHARED, KEPT] },
    ];
    const printed = pages.write("printed.html", htmlExplanations(explainAll(files)));
    const run = async (page: Page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("form:visible, button:visible").count()).toBe(0);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1 + 4);
    };
    await onPage({ colorScheme: "dark" }, run, () => printed);
  });
});
