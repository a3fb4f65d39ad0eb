// Third part: what the reader does.

const acts = {
  ask: (button) => ask(button.dataset.question),
  source: openSource,
  place: openPlace,
  figures: toggleFigures,
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
  rate,
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

function rate(button) {
  if (state.busy) return; // the answer under way would overtake what the server says of the vote
  const rating = button.closest(".rating");
  rating.querySelectorAll("button").forEach((one) => { one.disabled = true; });
  button.setAttribute("aria-pressed", "true");
  trigger("like", { turn: Number(button.closest(".turn").dataset.turn), helped: button.dataset.helped === "yes" });
}

function rated(turn, told) {
  const note = turnOf(turn)?.querySelector(".rated");
  if (note) Object.assign(note, { textContent: told, hidden: false });
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act](button);
});

element.addEventListener("change", ({ target }) => {
  if (target.dataset.look) look(target);
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
