/** `npm run docs`: writes the reports that the documentation shows, as text, for programs, and as screenshots. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { DOCUMENTS, documentText, htmlPage, markdownPage, REPORTS, type Report } from "./reports.ts";

/** In CSS pixels: what a reviewer sees first. */
const WINDOW = { width: 1100, height: 1300 };

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

for (const [name, format] of Object.entries(DOCUMENTS)) writeFileSync(pathOf(name), await documentText(format));

const browser = await openBrowser();
try {
  for (const [index, report] of REPORTS.entries()) {
    writeFileSync(pathOf(`${report.name}.md`), await markdownPage(report));
    await takeScreenshot(browser, report, index % 2 === 0 ? "light" : "dark");
  }
} finally {
  await browser.close();
}

async function takeScreenshot(browser: Browser, report: Report, colorScheme: "light" | "dark"): Promise<void> {
  const page = await browser.newPage({ viewport: WINDOW, colorScheme });
  await page.setContent(await htmlPage(report));
  await page.screenshot({ path: pathOf(`${report.name}.png`) });
  await page.close();
}
