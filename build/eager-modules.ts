/** As rolldown wraps a CommonJS module: what runs once, when it is asked for first. */
const WRAPPED = /(\b__commonJSMin\(\()(\([\w, ]*\)) => \{/g;

/**
 * Has V8 compile the modules that are not ES modules when it reads them: it takes a `function` in parentheses for one
 * that runs at once, but no arrow function, which it would read twice.
 */
export const eagerModules = {
  name: "eager-modules",
  renderChunk: (code: string): string => code.replaceAll(WRAPPED, "$1function $2 {"),
};
