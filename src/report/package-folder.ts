import { existsSync } from "node:fs";

/** The folder of this package, wherever in it this code was bundled to: the nearest that has a package.json. */
export const PACKAGE: URL = nearest(new URL(".", import.meta.url));

function nearest(folder: URL): URL {
  const above = new URL("..", folder);
  return existsSync(new URL("package.json", folder)) || above.href === folder.href ? folder : nearest(above);
}
