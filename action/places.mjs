import { fileURLToPath } from "node:url";

/** The folder of the action, and so of the package. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The file of the command, once it is built. */
export const COMMAND = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
