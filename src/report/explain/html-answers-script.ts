/**
 * The part of the page's script by which questions are answered and the answers taken along, as a Markdown checklist.
 *
 * They are kept in the controls alone: what a page that was opened from a file stores, others could read. What comes
 * from the code under review is in the checklist as `html-decisions.ts` has made it inert; only the notes are added,
 * which are the reader's own.
 */
export const ANSWERS_SCRIPT = `(() => {
  "use strict";
  const bar = document.getElementById("answers");
  if (!bar) return;
  const byId = (id) => document.getElementById(id);
  const [open, next, taken, result] = ["open", "next-open", "taken", "result"].map(byId);
  const questions = [...document.querySelectorAll("[data-question]")];
  const chosenOf = (question) => question.querySelector("input:checked");
  const isOpen = (question) => chosenOf(question).value === "";
  let isUntaken = false;

  const countOpen = () => questions.filter(isOpen).length;
  const told = () => {
    const count = countOpen();
    const words = count === 0 ? open.dataset.none : open.dataset.some;
    return words.replace("{open}", count).replace("{all}", questions.length);
  };
  const show = () => {
    open.textContent = told();
    next.hidden = countOpen() === 0;
    for (const article of new Set(questions.map((question) => question.closest("article")))) {
      const cell = document.querySelector("tr[data-row='" + article.id + "'] [data-answered]");
      cell.dataset.open ??= cell.textContent;
      const isOpenHere = [...article.querySelectorAll("[data-question]")].some(isOpen);
      cell.textContent = isOpenHere ? cell.dataset.open : cell.dataset.answered;
    }
  };

  const itemOf = (question) => {
    const { value, dataset } = chosenOf(question);
    const note = question.querySelector("textarea").value.trim();
    return [
      "- [" + (value ? "x" : " ") + "] " + question.closest("article").dataset.site + ": " + question.dataset.question +
        " **" + (value || bar.dataset.undecided) + "**",
      ...(note ? note.split("\\n").map((line) => ("  > " + line).trimEnd()) : []),
      ...(value ? ["  - [ ] " + dataset.action] : []),
    ].join("\\n");
  };
  const checklist = () => {
    const { title, made } = bar.dataset;
    const parts = [title, told(), questions.map(itemOf).join("\\n"), ...(made ? [made] : [])];
    return parts.join("\\n\\n") + "\\n";
  };

  const done = (words) => {
    isUntaken = false;
    result.hidden = true;
    taken.textContent = words;
  };
  const { done: copied, failed } = byId("copy").dataset;
  byId("copy").addEventListener("click", async () => {
    const text = checklist();
    try {
      await navigator.clipboard.writeText(text);
      done(copied);
    } catch {
      result.value = text;
      result.hidden = false;
      result.select();
      taken.textContent = failed;
    }
  });
  result.addEventListener("copy", () => setTimeout(() => done(copied)));
  byId("download").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([checklist()], { type: "text/markdown" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = byId("download").dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
    done("");
  });

  let at = -1;
  const goTo = (question) => {
    question.closest("details").open = true;
    question.scrollIntoView({ block: "center" });
    chosenOf(question).focus({ preventScroll: true });
  };
  next.addEventListener("click", () => {
    const question = questions.find((each, index) => index > at && isOpen(each)) ?? questions.find(isOpen);
    at = questions.indexOf(question);
    if (question.closest("article").hidden) byId("filters").reset();
    // Filters that are taken back show their sites only then.
    setTimeout(() => goTo(question));
  });

  document.addEventListener("input", ({ target }) => {
    const question = target.closest("[data-question]");
    if (!question) return;
    at = questions.indexOf(question);
    isUntaken = true;
    taken.textContent = "";
    if (target.matches("textarea")) target.parentElement.dataset.text = target.value;
    show();
  });
  addEventListener("beforeunload", (event) => {
    if (isUntaken) event.preventDefault();
  });
  for (const control of document.querySelectorAll(".answering")) control.hidden = false;
  show();
})();
`;
