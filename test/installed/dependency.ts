/** What is there, for `npx` and for this tool, where a project has it as a dependency. */
export const AS_DEPENDENCY: Readonly<Record<string, string>> = { "node_modules/.bin/step-up-union": "" };
