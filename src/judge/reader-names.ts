/** Methods that find an entry by what they are given first. */
const LOOKING_UP =
  /^(?:m?get|set|has|delete|del|put|remove|exists|(?:get|set|remove|has)Item|lookup|find|match|load|read|retrieve|(?:get|set)Entry)$/;

/** Methods that find an entry of an entry: of a hash in a store. */
const LOOKING_UP_WITHIN = /^h(?:get|set|del|exists)$/i;

/** Whether a method takes a key at some position of its arguments. */
export const looksUp = (name: string | undefined, index: number): boolean =>
  name !== undefined && (index === 0 ? LOOKING_UP : LOOKING_UP_WITHIN).test(name);

/** Whether a function makes a path of what it is given: `join(folder, name)`, but not `list.join(" ")`. */
export const makesPath = (name: string | undefined, index: number): boolean =>
  index > 0 && /^(?:join|resolve)$/.test(name ?? "");

/** Methods of a text, or of a list made of one, that give something made of all of it. */
export const TRANSFORMING =
  /^(?:trim\w*|toString|valueOf|to(?:Locale)?(?:Lower|Upper)Case|normalize|replace(?:All)?|concat|pad(?:Start|End)|split|join|sort|toSorted|reverse|map|filter|then)$/;

/** Properties of a page that people read. */
const SHOWN = /^(?:(?:text|html)?content|textContent|inner(?:HTML|Text)|outerHTML|title|placeholder|label)$/i;

export const isShownName = (name: string | undefined): boolean => name !== undefined && SHOWN.test(name);

/** Properties by which a call takes a key, a name or a text for people. */
const READ_BY = /^(?:\w*key|id|name|path|file(?:name)?|label|title|message|text|children|content|description)$/i;

export const namesReader = (name: string): boolean => READ_BY.test(name);
