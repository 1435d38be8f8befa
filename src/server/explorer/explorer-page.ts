/** The explorer: GraphiQL with a choice of caller. Self-contained; see explorer-pages.ts. */
export const explorerPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>AnzeHub 安责数据枢纽</title>
<link rel="stylesheet" href="/explorer/graphiql.css">
<style>
  body { margin: 0; height: 100vh; display: flex; flex-direction: column; font-family: sans-serif }
  header { display: flex; gap: 1em; align-items: center; padding: .5em 1em; background: #123; color: #fff }
  header select, header input { font: inherit; padding: .2em .4em; min-width: 22em }
  #graphiql { flex: 1; min-height: 0 }
</style>
</head>
<body>
<header>
  <strong>AnzeHub 安责数据枢纽</strong>
  <label>调用方 Caller <select id="caller"></select></label>
  <label>令牌 Token <input id="token" type="password" autocomplete="off" placeholder="Bearer"></label>
</header>
<div id="graphiql"></div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script>
  const caller = document.getElementById("caller");
  const token = document.getElementById("token");
  const root = ReactDOM.createRoot(document.getElementById("graphiql"));
  const question = [
    "# 同一个问题，不同的部门看到不同的答案 The same question, a different answer per agency",
    "{",
    "  policies(first: 5) {",
    "    totalCount",
    "    nodes {",
    "      policyNo startDate status insuredCount",
    "      enterprise { name safetyManagerName safetyManagerPhone }",
    "    }",
    "  }",
    "}",
  ].join("\\n");
  const fetcher = async (params) => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer " + token.value },
      body: JSON.stringify(params),
    });
    return response.json();
  };
  // A new caller has another graph: everything is drawn anew.
  const draw = () => root.render(React.createElement(GraphiQL, {
    key: token.value, fetcher, defaultQuery: question, shouldPersistHeaders: false,
  }));
  const offer = (callers) => {
    for (const { name, code, token } of callers) caller.add(new Option(name + " " + code, token));
    caller.add(new Option("（自己的令牌 own token）", ""));
    token.value = caller.value;
    draw();
  };
  caller.onchange = () => { token.value = caller.value; draw(); };
  token.onchange = draw;
  fetch("/explorer/demo-callers").then((r) => (r.ok ? r.json() : [])).then(offer, () => offer([]));
</script>
</body>
</html>
`;
