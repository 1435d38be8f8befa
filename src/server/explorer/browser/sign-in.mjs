// Signing in: as a demo organisation, or with a token of one's own.
import { errorsOf, messageOf } from "./error-panel.mjs";
import { demoCallers, Session } from "./session.mjs";
import { element } from "./texts.mjs";

const byId = (id) => document.getElementById(id);

/** Shows the ways in; `enter` is given the session and who it is. */
export async function openSignIn(enter) {
  const fault = byId("sign-in-fault");
  const signIn = async (token) => {
    fault.hidden = true;
    try {
      const session = new Session(token);
      enter(session, await session.caller());
      byId("token").value = "";
    } catch (thrown) {
      fault.textContent = errorsOf(thrown).map(messageOf).join(" ");
      fault.hidden = false;
    }
  };
  byId("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    signIn(byId("token").value);
  });
  const offered = await demoCallers();
  byId("demo-callers").replaceChildren(...offered.map((caller) => demoCaller(caller, signIn)));
  byId("demo").hidden = offered.length === 0;
}

function demoCaller({ code, name, what, token }, signIn) {
  const item = element("li");
  const button = element("button", "choice");
  button.type = "button";
  button.append(element("span", "name", name), element("small", "", `${what} · ${code}`));
  button.addEventListener("click", () => signIn(token));
  item.append(button);
  return item;
}
