import { LOOKING_UP, LOOKING_UP_WITHIN, MAKING_PATH, READ_BY, SHOWN } from "../rules/names.ts";

/** Whether a method takes a key at some position of its arguments. */
export const looksUp = (name: string | undefined, index: number): boolean =>
  name !== undefined && (index === 0 ? LOOKING_UP : LOOKING_UP_WITHIN).test(name);

/** Whether a function makes a path of what it is given: `join(folder, name)`, but not `list.join(" ")`. */
export const makesPath = (name: string | undefined, index: number): boolean =>
  index > 0 && MAKING_PATH.test(name ?? "");

export const isShownName = (name: string | undefined): boolean => name !== undefined && SHOWN.test(name);

export const namesReader = (name: string): boolean => READ_BY.test(name);
