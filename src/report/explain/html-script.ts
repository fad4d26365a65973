import { ANSWERS_SCRIPT } from "./html-answers-script.ts";

/**
 * The script of the HTML report: filters, answers, and the switch between light and dark. Without it, all is shown.
 *
 * It reads the page's own attributes and controls and writes text and `hidden` only, so that nothing which came in with
 * a file's name or code can come to life.
 */
export const SCRIPT = `(() => {
  "use strict";
  const root = document.documentElement;
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = () => {
    theme.textContent = isDark() ? theme.dataset.light : theme.dataset.dark;
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  dark.addEventListener("change", name);
  theme.hidden = false;
  name();

  const form = document.getElementById("filters");
  if (!form) return;
  const count = document.getElementById("count");
  const sites = [...document.querySelectorAll("article[data-verdict]")];
  const rows = new Map([...document.querySelectorAll("tr[data-row]")].map((row) => [row.dataset.row, row]));
  const apply = () => {
    const chosen = new FormData(form);
    const verdicts = chosen.getAll("verdict");
    const [rule, file] = [chosen.get("rule"), chosen.get("file")];
    let shown = 0;
    for (const site of sites) {
      const { verdict, rule: ownRule, file: ownFile } = site.dataset;
      const isShown = verdicts.includes(verdict) && (!rule || rule === ownRule) && (!file || file === ownFile);
      site.hidden = !isShown;
      rows.get(site.id).hidden = !isShown;
      if (isShown) shown++;
    }
    count.textContent = count.dataset.words.replace("{shown}", shown).replace("{all}", sites.length);
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The controls have their old values back only after the event.
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
})();
${ANSWERS_SCRIPT}`;
