/**
 * The explorer: sign-in, ready-made questions, and GraphiQL between them. It holds no script and no
 * text: browser/start.mjs fills it, in the reader's language. `nonce` is for the styles that
 * GraphiQL's dialogs add.
 */
export function explorerPage(nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AnzeHub 安责数据枢纽</title>
<link rel="icon" href="/explorer/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/explorer/graphiql.css">
<link rel="stylesheet" href="/explorer/explorer.css" nonce="${nonce}">
<link rel="stylesheet" href="/explorer/sign-in.css">
</head>
<body>
<header class="bar">
  <strong class="brand">AnzeHub <span>安责数据枢纽</span></strong>
  <dl id="caller" class="caller" hidden></dl>
  <span class="grow"></span>
  <label id="purpose-label" class="purpose" hidden>
    <span data-text="purpose"></span>
    <input id="purpose" maxlength="200" autocomplete="off" data-placeholder="purposeHint">
  </label>
  <button id="sign-out" type="button" data-text="signOut" hidden></button>
  <button id="language" type="button" data-text="otherLanguage" data-label="otherLanguageLabel"></button>
</header>
<main id="sign-in" class="sign-in" hidden>
  <h1 data-text="signInTitle"></h1>
  <p data-text="signInAbout"></p>
  <p id="sign-in-fault" class="fault" role="alert" hidden></p>
  <div class="ways">
    <section id="demo" aria-labelledby="demo-title" hidden>
      <h2 id="demo-title" data-text="demoTitle"></h2>
      <ul id="demo-callers" class="callers"></ul>
    </section>
    <form id="token-form" aria-labelledby="token-title">
      <h2 id="token-title" data-text="tokenTitle"></h2>
      <label for="token" data-text="tokenAbout"></label>
      <textarea id="token" rows="5" required spellcheck="false" autocomplete="off"></textarea>
      <button type="submit" class="primary" data-text="signIn"></button>
    </form>
  </div>
</main>
<main id="explore" class="explore" hidden>
  <nav aria-labelledby="questions-title">
    <h2 id="questions-title" data-text="questionsTitle"></h2>
    <ol id="questions" class="questions"></ol>
    <p class="hint" data-text="questionsHint"></p>
  </nav>
  <div class="asking">
    <section id="errors" class="errors" role="alert" data-label="errorsLabel" hidden></section>
    <div id="graphiql"></div>
  </div>
</main>
<noscript>本页需要 JavaScript。 This page needs JavaScript.</noscript>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script type="module" src="/explorer/start.mjs"></script>
</body>
</html>
`;
}
