// The page's behaviour, first part: questions and answers. The three parts (talk, panel, page) are joined into one
// function, to which Gradio's HTML component gives `element`, `trigger`, `props`, `server` and `watch`.
// All HTML that is put in comes escaped from the server; what the reader types is only ever set as text.

const part = (name) => element.querySelector(`[data-part="${name}"]`);
const narrow = window.matchMedia("(max-width: 860px)");
const PATIENCE = 4000; // milliseconds without a word after which the page looks whether the service is there
const state = { turns: 0, busy: 0, silence: 0, scope: { issuer: new Map(), year: new Map() }, opener: null, asked: 0, refs: [], at: 0, look: {}, looked: 0 };

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
  trigger("submit", { turn: state.busy, question: turn.querySelector(".asked").textContent, ...filters() });
}

const filters = () => ({ issuers: [...state.scope.issuer.keys()], years: [...state.scope.year.keys()].map(Number) });

function received() {
  const { turn, html, done, held, voted, told } = props.value || {};
  if (voted) rated(voted, told);
  if (!turn || turn !== state.busy) return;
  const stays = atEnd();
  turnOf(turn).querySelector(".answer").innerHTML = html;
  if (held) part("held").textContent = held;
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
