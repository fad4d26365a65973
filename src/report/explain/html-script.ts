/**
 * The script of the HTML report: filters and the switch between light and dark. Without it, all sites are shown.
 *
 * It reads the page's own attributes and controls and writes text and `hidden` only, so that nothing which came in with
 * a file's name or code can come to life.
 */
export const SCRIPT = `(() => {
  "use strict";
  const root = document.documentElement;
  const theme = document.getElementById("theme");
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const press = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    press();
  });
  theme.hidden = false;
  press();

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
`;
