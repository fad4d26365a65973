/** Indents lines by their braces: what is generated is to look as a formatter leaves it. */
export function indented(text: string): string {
  let depth = 0;
  return text
    .split("\n")
    .map((line) => {
      const closes = /^[}\])]/.test(line.trim()) ? 1 : 0;
      const own = "  ".repeat(Math.max(0, depth - closes)) + line.trim();
      for (const character of line.replace(/"[^"]*"|\/[^/]+\/|\$\{[^}]*\}/g, "")) {
        if (character === "{") depth++;
        if (character === "}") depth--;
      }
      return own.trimEnd();
    })
    .join("\n");
}
