import { relative, sep } from "node:path";

/** How a path is shown and compared: from the working folder, with slashes; `.` for the folder itself. */
export function shownPath(workingFolder: string, path: string): string {
  return slashed(relative(workingFolder, path)) || ".";
}

/** What goes before a name for its path from the working folder: empty for that folder, else with a slash at its end. */
export function shownFolder(workingFolder: string, folder: string): string {
  const shown = shownPath(workingFolder, folder);
  return shown === "." ? "" : shown.endsWith("/") ? shown : `${shown}/`;
}

/** A path of this system with slashes. On POSIX a backslash belongs to a name, and stays. */
export function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

/** A folder's path with one separator at its end. */
export function asPrefix(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
