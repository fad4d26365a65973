/** `npm run docs`: writes the reports that the documentation shows, as text, for programs, and as screenshots. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { DOCUMENTS, documentText, htmlPage, markdownPage, REPORTS, type Report } from "./reports.ts";

/** In CSS pixels: what a reviewer sees first. */
const WINDOW = { width: 1100, height: 1300 };
/** The same on a phone, of the site at which it is opened. */
const PHONE = { width: 360, height: 1400 };
const SITE_ON_PHONE = "#site-3";

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

for (const [name, format] of Object.entries(DOCUMENTS)) writeFileSync(pathOf(name), await documentText(format));

const browser = await openBrowser();
try {
  for (const [index, report] of REPORTS.entries()) {
    writeFileSync(pathOf(`${report.name}.md`), await markdownPage(report));
    const colorScheme = index % 2 === 0 ? "light" : "dark";
    await takeScreenshot(browser, report, `${report.name}.png`, { viewport: WINDOW, colorScheme });
  }
  const [example] = REPORTS.slice(-1);
  if (example) await takeScreenshot(browser, example, `${example.name}-phone.png`, { viewport: PHONE }, SITE_ON_PHONE);
} finally {
  await browser.close();
}

/** @param at what is scrolled to; absent for the top */
async function takeScreenshot(
  browser: Browser,
  report: Report,
  name: string,
  options: BrowserContextOptions,
  at?: string,
): Promise<void> {
  const page = await browser.newPage(options);
  await page.setContent(await htmlPage(report));
  if (at !== undefined) await page.locator(at).evaluate((site) => site.scrollIntoView());
  await page.screenshot({ path: pathOf(name) });
  await page.close();
}
