// Each version grows by one with every change of the form, additions included.

/** The version of the document of `check`. */
export const SCHEMA_VERSION = 5;

/** The version of the explanations' document. */
export const EXPLANATION_SCHEMA_VERSION = 3;

/** The version of the overview's document. */
export const OVERVIEW_SCHEMA_VERSION = 2;

/** The longest text of a piece of code, in UTF-16 code units: a range of minified code may be as long as its file. */
export const LONGEST_TEXT = 1000;
