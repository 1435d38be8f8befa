// The page: signed out one chooses who one is, signed in one asks.
import { showCaller } from "./caller-panel.mjs";
import { errorsOf, showErrors } from "./error-panel.mjs";
import { openGraphPanel } from "./graph-panel.mjs";
import { showQuestions } from "./question-list.mjs";
import { openSignIn } from "./sign-in.mjs";
import { fillTexts, startLanguage, switchLanguage } from "./texts.mjs";

const byId = (id) => document.getElementById(id);
/** Who is signed in, and with what on the page; null on the sign-in page. */
let signedIn = null;
let lastErrors = [];

function show(errors) {
  lastErrors = errors;
  showErrors(byId("errors"), errors);
}

function draw() {
  fillTexts();
  const isIn = signedIn !== null;
  byId("sign-in").hidden = isIn;
  byId("explore").hidden = !isIn;
  byId("sign-out").hidden = !isIn;
  byId("purpose-label").hidden = !isIn;
  byId("caller").hidden = !isIn;
  if (!isIn) return;
  showCaller(byId("caller"), signedIn.caller);
  showQuestions(byId("questions"), signedIn.caller.questions, signedIn.graph.ask);
  showErrors(byId("errors"), lastErrors);
}

function enter(session, caller) {
  const fetcher = async (params) => {
    try {
      const answer = await session.ask(params, byId("purpose").value.trim());
      show(answer.errors ?? []);
      return answer;
    } catch (thrown) {
      const errors = errorsOf(thrown);
      show(errors);
      return { errors: errors.map(({ message }) => ({ message })) };
    }
  };
  lastErrors = [];
  signedIn = { caller, graph: openGraphPanel(byId("graphiql"), fetcher) };
  draw();
  byId("questions").querySelector("button")?.focus();
}

function leave() {
  signedIn.graph.close();
  signedIn = null;
  byId("questions").replaceChildren();
  byId("purpose").value = "";
  draw();
  byId("sign-in").querySelector("button")?.focus();
}

startLanguage();
byId("language").addEventListener("click", () => {
  switchLanguage();
  draw();
});
byId("sign-out").addEventListener("click", leave);
draw();
await openSignIn(enter);
