/** What a worker thread runs: one file after the other. */
export { analyzeFile as default } from "./analyze-file.ts";
