import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../../docs/browser.ts";

/** What a page did while a test ran on it. */
interface Behaviour {
  /** What it said on the console, errors included. */
  readonly said: readonly string[];
  /** What it wanted to load. */
  readonly requested: readonly string[];
}

/** Pages that are opened from files, as a reviewer opens a report. */
export class Pages {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), "report-"));

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Pages> {
    return new Pages(await openBrowser());
  }

  /** Writes a page to a file, and gives its address. */
  write(name: string, text: string): string {
    const file = join(this.#folder, name);
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  }

  /** Runs a test on a page in a browser that remembers nothing. */
  async visit(
    url: string,
    run: (page: Page) => Promise<void>,
    { permissions = [], ...options }: BrowserContextOptions = {},
  ): Promise<Behaviour> {
    const context = await this.#browser.newContext(options);
    if (permissions.length > 0) await context.grantPermissions(permissions);
    const page = await context.newPage();
    const said: string[] = [];
    const requested: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => requested.push(request.url()));
    await page.goto(url);
    await run(page);
    await context.close();
    return { said, requested };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}
