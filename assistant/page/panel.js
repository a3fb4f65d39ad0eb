// Second part. The panel: a source, a report, the list of reports, or the choice of bodies and years

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
  const asked = ++state.asked;
  const html = await load().catch(() => '<p class="note warn">没有取到内容，服务可能已停止。请关闭后再试。</p>');
  if (asked !== state.asked) return; // something else was opened meanwhile
  body.innerHTML = html;
  body.removeAttribute("aria-busy");
  body.scrollTop = 0;
  const mark = ["mark", "tr.hit", "section.current"].map((hit) => body.querySelector(hit)).find(Boolean);
  mark?.scrollIntoView({ block: mark.matches("section") ? "start" : "nearest", inline: "center" });
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
  for (const behind of [".talk", ".explore", ".top"]) element.querySelector(behind).inert = modal;
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

// A place that a table or a chart points to by itself, outside an answer

function openPlace(button) {
  state.refs = [];
  element.querySelectorAll(".chosen").forEach((chosen) => chosen.classList.remove("chosen"));
  button.classList.add("chosen");
  open(() => server.source(JSON.parse(button.dataset.at)), button, "来源");
}

function step(by) {
  state.at = (state.at + by + state.refs.length) % state.refs.length;
  showSource(null);
}

// The figures of the collection, in the place of the conversation

function toggleFigures() {
  const shown = part("explore-view").hidden;
  close();
  part("explore-view").hidden = !shown;
  element.querySelector(".talk").hidden = shown;
  part("figures-button").setAttribute("aria-pressed", String(shown));
  part("figures-button").textContent = shown ? "对话" : "图表";
  if (shown) explore();
}

async function explore(look) {
  const view = part("explore");
  view.setAttribute("aria-busy", "true");
  const asked = ++state.looked;
  const html = await server.figures({ ...state.look, ...filters() })
    .catch(() => '<p class="note warn">没有取到数据，服务可能已停止。请稍后再试。</p>');
  if (asked !== state.looked) return; // another choice was made meanwhile
  view.innerHTML = html;
  view.removeAttribute("aria-busy");
  if (look) view.querySelector(`[data-look="${look}"]`)?.focus();
}

function look({ dataset, value }) {
  state.look = dataset.look === "indicator" ? { indicator: value } : { ...state.look, [dataset.look]: value };
  explore(dataset.look);
}

// Bodies and years that further questions are kept to

function choose(kind, value, label, wanted) {
  if (wanted) state.scope[kind].set(value, label); else state.scope[kind].delete(value);
  showScope();
}

function showScope() {
  const chips = [...state.scope.issuer].map((entry) => ["issuer", ...entry]);
  chips.push(...[...state.scope.year].sort().map((entry) => ["year", ...entry]));
  for (const place of ["chips", "explore-chips"]) {
    part(place).replaceChildren(...(chips.length ? chips.map(chip) : [everything()]));
  }
  if (!part("explore-view").hidden) explore();
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
