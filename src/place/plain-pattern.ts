import { extname } from "node:path";

/**
 * Whether a pattern of a configuration file plainly takes in all files with an extension: `*`, `*.ts`, `**` + `/*.ts`,
 * `*.{js,ts}`, `{*.js,*.ts}`. Others, which look at folders and names, are not read.
 *
 * @param path a file's path
 */
export function takesInPlainly(pattern: string, path: string): boolean {
  const extension = extname(path).slice(1).toLowerCase();
  const bare = pattern.trim().replace(/^\*\*\//, "");
  if (bare === "*" || bare === "**") return true;
  const several = bare.startsWith("{") && bare.endsWith("}") ? bare.slice(1, -1).split(",") : [bare];
  return several.some((each) => {
    const ending = each.trim().replace(/^\*\*\//, "");
    if (!ending.startsWith("*.")) return false;
    const given = ending.slice("*.".length);
    const endings = given.startsWith("{") && given.endsWith("}") ? given.slice(1, -1).split(",") : [given];
    return endings.some((one) => one.trim() === extension);
  });
}
