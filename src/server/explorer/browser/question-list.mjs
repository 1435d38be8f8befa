// The ready-made questions of this kind of organisation.
import { element, text } from "./texts.mjs";

/** Lists the questions; choosing one asks it. */
export function showQuestions(list, questions, ask) {
  const items = questions.map((question) => {
    const item = element("li");
    const button = element("button", "choice", text(question));
    button.type = "button";
    button.dataset.question = question.name;
    button.addEventListener("click", () => {
      for (const other of list.querySelectorAll("[aria-current]"))
        other.removeAttribute("aria-current");
      button.setAttribute("aria-current", "true");
      ask(question);
    });
    item.append(button);
    return item;
  });
  const current = list.querySelector("[aria-current]")?.dataset.question;
  list.replaceChildren(...items);
  if (current)
    list.querySelector(`[data-question="${current}"]`)?.setAttribute("aria-current", "true");
}
