// Errors in words, above the answer: what is wrong, where, and on which legal basis.
import { element, text } from "./texts.mjs";
import { Unreachable } from "./session.mjs";

const shownMax = 20;

/** What to show of something thrown. */
export function errorsOf(thrown) {
  if (thrown instanceof Unreachable || !Array.isArray(thrown.errors)) return [unreachable];
  return thrown.errors;
}

const unreachable = {
  get message() {
    return text("unreachable");
  },
};

/** The message of an error in the reader's language. */
export function messageOf({ message, extensions }) {
  const both = extensions?.zh && extensions?.en ? extensions : null;
  return both ? text(both) : message;
}

/** Shows the errors of an answer, or nothing when there are none. */
export function showErrors(panel, errors) {
  const list = element("ul");
  for (const error of errors.slice(0, shownMax)) {
    const { code, legalBasis, field } = error.extensions ?? {};
    const item = element("li");
    if (code) item.append(element("code", "code", code), " ");
    item.append(element("span", "message", messageOf(error)));
    const path = error.path?.join(".");
    const details = [
      [field && !messageOf(error).includes(field), "errorField", field],
      [path, "errorPlace", path],
      [legalBasis, "legalBasis", legalBasis],
    ];
    for (const [isThere, name, value] of details)
      if (isThere) item.append(" ", element("small", "", `${text(name)} ${value}`));
    list.append(item);
  }
  panel.replaceChildren(...(errors.length > 0 ? [list] : []));
  panel.hidden = errors.length === 0;
}
