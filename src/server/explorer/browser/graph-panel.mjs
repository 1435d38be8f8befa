// GraphiQL: editor, variables, answer, and the documentation of the caller's own schema.
/* global GraphiQL, React, ReactDOM */

const emptyQuestion = `# Ctrl+Space 提示可用字段 lists what you may ask
# Ctrl+Enter 运行 runs the question
`;

// Styles of GraphiQL's dialogs carry the nonce of the page; this is the name they look for it under.
window.__webpack_nonce__ = document.querySelector("link[nonce]").nonce;

/** What was typed ends with this page: another organisation may sit here next. */
function forgetfulStorage() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, String(value)),
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}

/** Draws the editor for one caller; answers how to ask a question in it, and how to remove it. */
export function openGraphPanel(place, fetcher) {
  const root = ReactDOM.createRoot(place);
  const hands = {};
  const askNow = ({ name, query, variables }) => {
    const { queryEditor, variableEditor } = hands.editors;
    variableEditor.setValue(variables ? JSON.stringify(variables, null, 2) : "");
    queryEditor.setValue(query);
    queryEditor.operationName = name;
    hands.execution.run();
  };
  // Inside GraphiQL, where its editors and its run button can be reached once they are there.
  const Hands = () => {
    hands.editors = GraphiQL.React.useEditorContext();
    hands.execution = GraphiQL.React.useExecutionContext();
    const { queryEditor, variableEditor, responseEditor } = hands.editors;
    hands.isReady = Boolean(queryEditor && variableEditor && responseEditor);
    React.useEffect(() => {
      if (!hands.isReady) return;
      queryEditor.setOption("lineWrapping", true);
      if (!hands.waiting) return;
      askNow(hands.waiting);
      hands.waiting = undefined;
    });
    return null;
  };
  const props = {
    fetcher,
    storage: forgetfulStorage(),
    defaultQuery: emptyQuestion,
    defaultEditorToolsVisibility: "variables",
    forcedTheme: "light",
    isHeadersEditorEnabled: false,
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
    toolbar: { additionalComponent: Hands },
  };
  root.render(React.createElement(GraphiQL, props));
  const ask = (question) => {
    if (hands.isReady) askNow(question);
    else hands.waiting = question;
  };
  return { ask, close: () => root.unmount() };
}
