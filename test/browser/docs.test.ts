import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../docs/browser.ts";
import { explanationsOf, htmlPage, REPORTS } from "../../docs/reports.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(REPORTS)("$name, printed, takes a page for the overview and one for each site", async (report) => {
  const page = await browser.newPage();
  await page.setContent(await htmlPage(report));
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1 + (await explanationsOf(report)).length);
});

test.each([1280, 800, 360])("no report of the documentation is wider than a window of %i pixels", async (width) => {
  for (const report of REPORTS) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.setContent(await htmlPage(report));
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  }
});
