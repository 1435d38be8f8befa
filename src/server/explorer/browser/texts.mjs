// Every text of the page in both languages; the page itself holds none.
const texts = {
  brand: { zh: "AnzeHub 安责数据枢纽", en: "AnzeHub – work safety liability data hub" },
  otherLanguage: { zh: "English", en: "中文" },
  otherLanguageLabel: { zh: "Switch to English", en: "切换为中文" },
  signIn: { zh: "登录", en: "Sign in" },
  signOut: { zh: "更换机构", en: "Switch" },
  signInTitle: { zh: "查询安责险数据", en: "Ask the hub" },
  signInAbout: {
    zh: "同一个问题，不同的机构看到的答案不同：您看到的字段、行与数字都以本机构的权限为限。",
    en: "The same question has another answer for each organisation: the fields, rows and figures you see are those your organisation may see.",
  },
  demoTitle: { zh: "以演示机构登录", en: "Demo organisations" },
  tokenTitle: { zh: "以访问令牌登录", en: "Access token" },
  tokenAbout: {
    zh: "粘贴本机构的访问令牌（Bearer）。令牌只留在本页内存中。",
    en: "Paste an access token (Bearer) of your organisation. It stays in the memory of this page only.",
  },
  purpose: { zh: "用途", en: "Purpose" },
  purposeHint: { zh: "记入日志，可不填", en: "for the log, optional" },
  organisation: { zh: "机构", en: "Organisation" },
  type: { zh: "类型", en: "Type" },
  region: { zh: "辖区", en: "Region" },
  policyVersion: { zh: "权限版本", en: "Policy version" },
  questionsTitle: { zh: "常用问题", en: "Ready-made questions" },
  questionsHint: {
    zh: "点选即运行；问题与变量可在右侧修改后再次运行（Ctrl+Enter）。左侧书形图标打开本机构可见的接口文档。",
    en: "Choose one to run it; change it or its variables at the right and run it again (Ctrl+Enter). The book opens the documentation of what you may see.",
  },
  errorsLabel: { zh: "错误", en: "Errors" },
  unreachable: {
    zh: "无法连接数据枢纽，请检查网络后重试",
    en: "The hub cannot be reached; check the network and try again",
  },
  errorPlace: { zh: "位置", en: "At" },
  errorField: { zh: "字段", en: "Field" },
  legalBasis: { zh: "依据", en: "Legal basis" },
};

const stored = "anzehub:language";
let language = "zh";

/** The language the reader chose, else that of the browser, else Chinese. */
export function startLanguage() {
  const chosen = localStorage.getItem(stored);
  const preferred = navigator.language.startsWith("en") ? "en" : "zh";
  language = chosen === "en" || chosen === "zh" ? chosen : preferred;
}

export function currentLanguage() {
  return language;
}

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem(stored, language);
}

/** The text of a name, or of anything that has both languages. */
export function text(of) {
  const both = typeof of === "string" ? texts[of] : of;
  return both[language];
}

/** Fills in what the page says, by the names its elements carry. */
export function fillTexts() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = text("brand");
  for (const element of document.querySelectorAll("[data-text]"))
    element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", text(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]"))
    element.placeholder = text(element.dataset.placeholder);
}

/** An element with text in it; what the hub says is never read as markup. */
export function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}
