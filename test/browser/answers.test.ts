import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../src/model/site.ts";
import { explainAll } from "../../src/report/explain/explain.ts";
import { htmlExplanations } from "../../src/report/explain/html.ts";
import { ATTACK, hostileSite } from "../report/explain/hostile.ts";
import { SITE, SOURCE, siteWith } from "../report/explain/site.ts";
import { Pages } from "./open-page.ts";

/** Two questions: whether it is a step-up, and whether the granted scope can be joined after all. */
const DOUBTED = siteWith(
  { rule: "unproven-step-up", verdict: "review" },
  { doubt: "status-only", granted: { kind: "none", why: "no-provider" } },
);
const SHARED = siteWith({ rule: "shared-401-403-handler", verdict: "review" }, { doubt: "shared-handler" });
const FINGERPRINT = "0123456789abcdef";
const PAGE = htmlExplanations(
  explainAll(
    [{ file: "src/client.mjs", source: SOURCE, sites: [SITE, DOUBTED, SHARED] }],
    undefined,
    new Map([[DOUBTED, FINGERPRINT]]),
  ),
  [],
  ["Made by ", { code: "step-up-union 1.2.3" }, "."],
);

let pages: Pages;
let url: string;

beforeAll(async () => {
  pages = await Pages.open();
  url = pages.write("report.html", PAGE);
});

afterAll(() => pages?.close());

const onPage = (run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  pages.visit(url, run, options);

const MAY_COPY = { permissions: ["clipboard-read", "clipboard-write"] };

const open = (page: Page) => page.locator("#open").textContent();
const copied = async (page: Page) => {
  await page.getByRole("button", { name: "Copy answers" }).click();
  await expect.poll(() => page.locator("#taken").textContent()).toBe("Copied, as Markdown.");
  return page.evaluate<string>("navigator.clipboard.readText()");
};
const question = (page: Page, name: RegExp) => page.getByRole("group", { name });

describe("the questions of a report", () => {
  test("are counted while they are open, in the page and in the overview", async () => {
    const { said, requested } = await onPage(async (page) => {
      expect(await page.getByRole("group", { name: /\?$/ }).count()).toBe(3);
      expect(await open(page)).toBe("3 of 3 questions open.");
      const cells = () => page.locator(".overview tr[data-row] td:last-child").allTextContents();
      expect(await cells()).toEqual(["yes", "yes", "no"]);
      await question(page, /^Does every 403/)
        .getByRole("radio", { name: /^yes\b/ })
        .check();
      expect([await open(page), await cells()]).toEqual(["2 of 3 questions open.", ["yes", "yes", "no"]]);
      await question(page, /stored tokens/)
        .getByRole("radio", { name: /^no\b/ })
        .check();
      expect([await open(page), await cells()]).toEqual(["1 of 3 questions open.", ["answered", "yes", "no"]]);
      await question(page, /^May a 401/)
        .getByRole("radio", { name: /^no\b/ })
        .check();
      expect(await open(page)).toBe("All questions are answered.");
      await question(page, /^May a 401/)
        .getByRole("radio", { name: "undecided" })
        .check();
      expect(await open(page)).toBe("1 of 3 questions open.");
    });
    expect([said, requested]).toEqual([[], [url]]);
  });

  test("are taken along as a checklist: site, fingerprint, question, answer, note, and what to do", async () => {
    await onPage(async (page) => {
      await question(page, /^Does every 403/)
        .getByRole("radio", { name: /^yes\b/ })
        .check();
      await question(page, /^Does every 403/)
        .getByRole("textbox", { name: "Note" })
        .fill("asked the server's team\nsee #12");
      await question(page, /^May a 401/)
        .getByRole("radio", { name: /^no\b/ })
        .check();
      const text = await copied(page);
      expect(text).toBe(`## Step-up authorization: decisions

1 of 3 questions open.

- [x] \`src/client.mjs:10:9\` (unproven-step-up, fingerprint \`${FINGERPRINT}\`): Does every 403 that comes here carry the error code insufficient_scope? **yes**
  > asked the server's team
  > see #12
  - [ ] apply the suggested change: \`npx step-up-union fix --apply-suggestion src/client.mjs:10\`
- [ ] \`src/client.mjs:10:9\` (unproven-step-up, fingerprint \`${FINGERPRINT}\`): Can the scope of the stored tokens be read here? **undecided**
- [x] \`src/client.mjs:10:9\` (shared-401-403-handler): May a 401 keep what \`this._scope\` held? **no**
  - [ ] run \`npx step-up-union fix --shared-handlers=guard src/client.mjs\`: the union on a 403 alone

Made by \`step-up-union 1.2.3\`.
`);
    }, MAY_COPY);
  });

  test("are downloaded as the same checklist", async () => {
    const { said, requested } = await onPage(async (page) => {
      await question(page, /^May a 401/)
        .getByRole("radio", { name: /^yes\b/ })
        .check();
      const expected = await copied(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("step-up-union-decisions.md");
      expect(readFileSync(await download.path(), "utf8")).toBe(expected);
    }, MAY_COPY);
    expect(said).toEqual([]);
    expect(requested.filter((each) => each !== url && !each.startsWith("blob:"))).toEqual([]);
  });

  test("can be copied by hand where the page may not copy", async () => {
    await onPage(async (page) => {
      await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
      const result = page.getByRole("textbox", { name: "The answers as Markdown" });
      expect(await result.isVisible()).toBe(false);
      await page.getByRole("button", { name: "Copy answers" }).click();
      await expect.poll(() => page.locator("#taken").textContent()).toMatch(/select/);
      expect(await result.inputValue()).toMatch(/^## Step-up authorization: decisions\n/);
      expect(await page.evaluate("document.activeElement.selectionEnd > 100")).toBe(true);
    });
  });

  test("are found one after the other, in folded and filtered sites, too, and answered by the keyboard alone", async () => {
    await onPage(async (page) => {
      const focused = () =>
        page.evaluate<string>("document.activeElement.closest('fieldset')?.querySelector('legend').textContent ?? ''");
      await page.locator("#site-1 summary").click();
      await page.getByRole("button", { name: "Next open" }).focus();
      await page.keyboard.press("Enter");
      await expect.poll(focused).toMatch(/^Does every 403/);
      expect(await page.locator("#site-1 .decisions").isVisible()).toBe(true);
      await page.keyboard.press("ArrowDown");
      expect(await open(page)).toBe("2 of 3 questions open.");
      await page.keyboard.press("Tab");
      await page.keyboard.type("because");
      await page.getByRole("combobox", { name: "Rule" }).selectOption("replaced-scope");
      await page.getByRole("button", { name: "Next open" }).press("Enter");
      await expect.poll(focused).toMatch(/stored tokens/);
      expect(await page.locator("article:visible").count()).toBe(3);
    });
  });

  test("stay while the page is open, and are not lost without a warning", async () => {
    await onPage(async (page) => {
      await question(page, /^May a 401/)
        .getByRole("radio", { name: /^no\b/ })
        .check();
      await page.getByRole("checkbox", { name: /^review/ }).uncheck();
      await page.getByRole("button", { name: "Show all" }).click();
      await page.locator("#site-2 summary").click();
      await page.locator("#site-2 summary").click();
      expect(
        await question(page, /^May a 401/)
          .getByRole("radio", { name: /^no\b/ })
          .isChecked(),
      ).toBe(true);
      expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
      const warned = () =>
        page.evaluate<boolean>(
          "(() => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; })()",
        );
      expect(await warned()).toBe(true);
      await copied(page);
      expect(await warned()).toBe(false);
    }, MAY_COPY);
  });

  test("can be read without scripts, and printed to be ticked by hand", async () => {
    await onPage(
      async (page) => {
        expect(await page.locator("legend:visible").count()).toBe(3);
        expect(await page.locator("fieldset.question").first().textContent()).toMatch(/yes.*npx step-up-union fix/s);
        expect(await page.locator("input:visible, textarea:visible, button:visible").count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
    await onPage(async (page) => {
      await question(page, /^May a 401/)
        .getByRole("radio", { name: /^no\b/ })
        .check();
      await question(page, /^May a 401/)
        .getByRole("textbox")
        .fill("one\ntwo\nthree\nfour\nfive");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("button:visible, #open:visible").count()).toBe(0);
      expect(await page.getByRole("radio", { name: "undecided" }).count()).toBe(0);
      expect(await page.getByRole("radio").count()).toBe(6);
      expect(await page.getByRole("textbox").count()).toBe(1);
      expect(
        await page.getByRole("textbox").evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
      ).toBeLessThanOrEqual(1);
    });
  });
});

describe("hostile names and code", () => {
  test("stay text in the checklist, in Markdown as in HTML", async () => {
    const { suppressed: _, ...hostile } = hostileSite();
    const doubted: Site = { ...hostile, verdict: "review", reasons: { ...hostile.reasons, doubt: "several-owners" } };
    const page = htmlExplanations(explainAll([{ file: ATTACK, source: SOURCE, sites: [doubted] }]));
    await pages.visit(
      pages.write("hostile.html", page),
      async (opened) => {
        await opened.getByRole("radio", { name: /^yes\b/ }).check();
        const text = await copied(opened);
        const item = text.split("\n").filter((line) => /^ *- \[/.test(line));
        expect(item).toHaveLength(2);
        const outside = text.replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
        expect(outside).not.toMatch(/[<>]|@[a-z]|#\d|\]\(|https?:/);
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        expect(await opened.evaluate("'owned' in globalThis")).toBe(false);
      },
      MAY_COPY,
    );
  });
});

test("a report in which nothing is to be decided has no answers", async () => {
  const page = htmlExplanations(explainAll([{ file: "src/client.mjs", source: SOURCE, sites: [SITE] }]));
  const { said } = await pages.visit(pages.write("rewrite.html", page), async (opened) => {
    expect(await opened.locator("#open, #copy, fieldset.question").count()).toBe(0);
  });
  expect(said).toEqual([]);
});
