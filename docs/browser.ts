import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian has its browser. */
const CHROMIUM = "/usr/bin/chromium";

/**
 * Starts the browser that `CHROMIUM` names, else Debian's.
 *
 * @throws {Error} if there is none
 */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM;
  if (!existsSync(executablePath)) {
    throw new Error(`no browser at ${executablePath}: apt-get install -y chromium, or set CHROMIUM to one`);
  }
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath, args });
}
