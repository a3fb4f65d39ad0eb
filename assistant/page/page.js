// The page's behaviour. `element`, `trigger`, `props`, `server` and `watch` are given by Gradio's HTML component.
// All HTML that is put in comes escaped from the server; what the reader types is only ever set as text.

const part = (name) => element.querySelector(`[data-part="${name}"]`);
const narrow = window.matchMedia("(max-width: 860px)");
const PATIENCE = 4000; // milliseconds without a word after which the page looks whether the service is there
const state = { turns: 0, busy: 0, silence: 0, scope: { issuer: new Map(), year: new Map() }, opener: null, refs: [], at: 0 };

// Questions and answers

function ask(question) {
  if (state.busy || !question.trim()) return;
  part("welcome").hidden = true;
  const turn = document.createElement("article");
  turn.className = "turn";
  turn.dataset.turn = ++state.turns;
  const asked = document.createElement("div");
  asked.className = "asked";
  asked.textContent = question.trim();
  const answer = document.createElement("div");
  answer.className = "answer";
  turn.append(asked, answer);
  part("thread").append(turn);
  send(turn);
  scrollToEnd();
}

function send(turn) {
  const answer = turn.querySelector(".answer");
  answer.innerHTML = '<p class="waiting"><span></span>正在查阅年报……</p>';
  answer.setAttribute("aria-busy", "true");
  setBusy(Number(turn.dataset.turn));
  const scope = { issuers: [...state.scope.issuer.keys()], years: [...state.scope.year.keys()].map(Number) };
  trigger("submit", { turn: state.busy, question: turn.querySelector(".asked").textContent, ...scope });
}

function received() {
  const { turn, html, done } = props.value || {};
  if (!turn || turn !== state.busy) return;
  const stays = atEnd();
  turnOf(turn).querySelector(".answer").innerHTML = html;
  if (done) finish(); else listen();
  if (stays) scrollToEnd();
}

function setBusy(turn) {
  state.busy = turn;
  part("send").hidden = Boolean(turn);
  part("stop").hidden = !turn;
  element.querySelector('[data-act="clear"]').disabled = Boolean(turn) || !state.turns;
  listen();
}

function finish() {
  turnOf(state.busy).querySelector(".answer").removeAttribute("aria-busy");
  setBusy(0);
}

// An answer may take its time; only a service that is gone makes a question fail.
function listen() {
  clearTimeout(state.silence);
  if (state.busy) state.silence = setTimeout(probe, PATIENCE, state.busy);
}

async function probe(turn) {
  const there = await fetch(new URL("gradio_api/app_id", document.baseURI)).then((reply) => reply.ok, () => false);
  if (turn !== state.busy) return;
  if (there) listen(); else fail("连不上服务，可能网络已断开或服务已停止。请稍后再试。");
}

function fail(message) {
  if (!state.busy) return;
  const answer = turnOf(state.busy).querySelector(".answer");
  const card = document.createElement("div");
  card.className = "card failed";
  card.innerHTML = '<div class="said"><p></p></div><div class="after"><div class="deeds">' +
    '<button type="button" class="plain retry" data-act="retry">再试一次</button></div></div>';
  card.querySelector("p").textContent = message;
  answer.querySelector(".waiting")?.remove();
  answer.append(card);
  finish();
}

const turnOf = (turn) => element.querySelector(`[data-turn="${turn}"]`);
const thread = part("thread");
const atEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 120;

// To the end, but never past the question that is being answered.
function scrollToEnd() {
  const last = thread.querySelector(".turn:last-of-type");
  thread.scrollTo({ top: Math.min(thread.scrollHeight - thread.clientHeight, last.offsetTop - thread.offsetTop - 16) });
}

// The panel: a source, a report, the list of reports, or the choice of bodies and years

async function open(load, opener, title) {
  const panel = part("panel");
  const body = part("panel-body");
  if (opener && !panel.contains(opener)) state.opener = opener;
  const first = panel.hidden;
  panel.hidden = part("veil").hidden = false;
  part("panel-title").textContent = title;
  panel.setAttribute("aria-label", title);
  part("steps").hidden = title !== "来源" || state.refs.length < 2;
  element.querySelector(".disclosure").classList.add("with-panel");
  setModal(narrow.matches);
  if (first && narrow.matches) history.pushState({ panel: true }, "");
  body.setAttribute("aria-busy", "true");
  if (first) body.replaceChildren();
  try {
    body.innerHTML = await load();
  } catch {
    body.innerHTML = '<p class="note warn">没有取到内容，服务可能已停止。请关闭后再试。</p>';
  }
  body.removeAttribute("aria-busy");
  body.scrollTop = 0;
  const mark = ["mark", "tr.hit", "section.current"].map((hit) => body.querySelector(hit)).find(Boolean);
  mark?.scrollIntoView({ block: mark.matches("section") ? "start" : "center", inline: "center" });
  panel.focus({ preventScroll: true });
}

function close() {
  const panel = part("panel");
  if (panel.hidden) return;
  panel.hidden = part("veil").hidden = true;
  element.querySelector(".disclosure").classList.remove("with-panel");
  element.querySelectorAll(".chosen").forEach((chosen) => chosen.classList.remove("chosen"));
  setModal(false);
  if (history.state?.panel) history.back();
  if (state.opener?.isConnected) state.opener.focus({ preventScroll: true });
}

function setModal(modal) {
  element.querySelector(".talk").inert = element.querySelector(".top").inert = modal;
  part("panel").setAttribute("aria-modal", String(modal));
}

function openSource(button) {
  const answer = button.closest(".answer");
  state.refs = [...answer.querySelectorAll(".source-row")];
  state.at = state.refs.findIndex((row) => row.dataset.n === button.dataset.n);
  if (state.at >= 0) showSource(button);
}

function showSource(opener) {
  const row = state.refs[state.at];
  const answer = row.closest(".answer");
  element.querySelectorAll(".chosen").forEach((chosen) => chosen.classList.remove("chosen"));
  answer.querySelectorAll(`[data-n="${row.dataset.n}"]`).forEach((same) => same.classList.add("chosen"));
  part("step").textContent = `${state.at + 1} / ${state.refs.length}`;
  open(() => server.source(JSON.parse(row.dataset.at)), opener, "来源");
}

function step(by) {
  state.at = (state.at + by + state.refs.length) % state.refs.length;
  showSource(null);
}

// Bodies and years that further questions are kept to

function choose(kind, value, label, wanted) {
  if (wanted) state.scope[kind].set(value, label); else state.scope[kind].delete(value);
  showScope();
}

function showScope() {
  const chips = [...state.scope.issuer].map((entry) => ["issuer", ...entry]);
  chips.push(...[...state.scope.year].sort().map((entry) => ["year", ...entry]));
  part("chips").replaceChildren(...(chips.length ? chips.map(chip) : [everything()]));
  for (const box of element.querySelectorAll(".choices input[type=checkbox]")) {
    box.checked = state.scope[box.dataset.kind].has(box.value);
  }
}

function chip([kind, value, label]) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "chip on", textContent: label });
  Object.assign(button.dataset, { act: "remove", kind, value });
  button.setAttribute("aria-label", `从查询范围去掉${label}`);
  return button;
}

function everything() {
  const all = document.createElement("span");
  Object.assign(all, { className: "all", textContent: "全部" });
  return all;
}

// What a click on `data-act` does

const acts = {
  ask: (button) => ask(button.dataset.question),
  source: openSource,
  report: (button) => open(() => server.report(JSON.parse(button.dataset.at)), button, "年报全文"),
  reports: (button) => open(() => server.reports({}), button, "收录的年报"),
  scope: (button) => open(() => server.scope({}), button, "查询范围").then(showScope),
  previous: () => step(-1),
  next: () => step(1),
  close,
  jump: (button) => element.querySelector(`[data-section="${button.dataset.to}"]`).scrollIntoView({ block: "start" }),
  narrow: ({ dataset, textContent }) => choose(dataset.kind, dataset.value, textContent, true),
  remove: ({ dataset }) => choose(dataset.kind, dataset.value, "", false),
  everything: () => { state.scope.issuer.clear(); state.scope.year.clear(); showScope(); },
  stop: () => { trigger("stop", {}); fail("已停止。"); },
  widen: (button) => { acts.everything(); acts.retry(button); },
  retry: (button) => state.busy || send(button.closest(".turn")),
  copy,
  clear: () => {
    trigger("clear", {});
    element.querySelectorAll(".turn").forEach((turn) => turn.remove());
    state.turns = 0;
    setBusy(0);
    close();
    part("welcome").hidden = false;
    part("question").focus();
  },
};

async function copy(button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "已复制";
  } catch {
    // Browsers give the clipboard to secure addresses only; on others the old way still works.
    const field = document.createElement("textarea");
    field.value = button.dataset.copy;
    element.append(field);
    field.select();
    button.textContent = document.execCommand("copy") ? "已复制" : "未能复制";
    field.remove();
  }
  setTimeout(() => { button.textContent = before; }, 1600);
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act](button);
});

element.addEventListener("change", ({ target }) => {
  if (target.dataset.kind) choose(target.dataset.kind, target.value, target.dataset.label, target.checked);
});

element.addEventListener("input", ({ target }) => {
  if (target === part("question")) fit();
  if (target.dataset.part !== "filter") return;
  for (const label of element.querySelectorAll(".choices .bodies label")) {
    label.hidden = !label.textContent.includes(target.value.trim());
  }
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = part("question");
  if (state.busy || !field.value.trim()) return;
  ask(field.value);
  field.value = "";
  fit();
});

part("question").addEventListener("keydown", (event) => {
  // While a Chinese input method composes, Enter takes its suggestion.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  part("composer").requestSubmit();
});

function fit() {
  const field = part("question");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}

document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
window.addEventListener("popstate", close);
narrow.addEventListener("change", () => setModal(narrow.matches && !part("panel").hidden));
watch("value", received);
showScope();
server.welcome({}).then(({ held, examples }) => {
  part("held").textContent = held || "还没有收录年报";
  part("examples").innerHTML = examples;
  element.querySelector(".disclosure").dataset.ready = "true";
});
