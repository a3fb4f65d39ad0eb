// The form of a draft: moving between cells by key, pasting a block, and what does not add up, told as it is typed.
// Without this file the form can be filled in and sent all the same.
const filling = document.getElementById("filling");
const state = filling.querySelector("[data-part=state]");
const where = filling.querySelector("[data-part=where]");
const figures = [...filling.querySelectorAll("input.figure")];
const WAIT = 350; // milliseconds without a key before what is typed is sent

// --- Keeping what is typed, one request at a time so that none overtakes another.
// Only what has changed here is sent: the same form may be open in another tab, or may have been changed by a revision.
const known = new Map([...filling.elements].filter((one) => one.name).map((one) => [one.name, one.defaultValue]));
let timer = 0;
let changed = false;
let sending = false;

const news = () => [...new FormData(filling)].filter(([name, value]) => name === "csrf" || value !== known.get(name));

const keep = async () => {
  if (sending) return;
  sending = true;
  while (changed) {
    changed = false;
    const reply = await send(news()).catch(() => null);
    if (!reply) {
      changed = true;
      state.textContent = "没有保存上：连不上服务器，稍后再试。";
      break;
    }
    document.dispatchEvent(new Event("kept"));
    show(reply);
  }
  sending = false;
};

const send = async (fields) => {
  const reply = await fetch(filling.dataset.keep, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (reply.type === "opaqueredirect" || reply.status === 403 || reply.status === 404) {
    state.textContent = "没有保存上：登录已过期。";
    document.dispatchEvent(new Event("lost"));
    return new Promise(() => {});
  }
  if (!reply.ok) return null;
  for (const [name, value] of fields) known.set(name, value);
  return reply.json();
};

const touched = () => {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(keep, WAIT);
};

filling.addEventListener("input", touched);
setInterval(() => changed && keep(), 5000);
window.addEventListener("pagehide", () => {
  if (changed) navigator.sendBeacon(filling.dataset.keep, new URLSearchParams(news()));
});
filling.addEventListener("formdata", ({ formData }) => {
  if (!submitting) return;
  for (const [name, value] of [...formData]) if (name !== "csrf" && value === known.get(name)) formData.delete(name);
});
let submitting = false;
filling.addEventListener("submit", () => { submitting = true; });
window.addEventListener("pageshow", () => { submitting = false; });

// --- What the server says about the figures.
const show = (live) => {
  for (const list of filling.querySelectorAll("[data-said]")) list.replaceChildren();
  const broken = new Map();
  for (const problem of live.problems) {
    place(problem);
    for (const name of problem.fields.filter((one) => one === problem.at || matters(one))) broken.set(name, (broken.get(name) || []).concat(problem.message));
  }
  for (const list of filling.querySelectorAll("[data-said]")) list.hidden = !list.children.length;
  for (const input of filling.querySelectorAll("input[type=text]")) mark(input, live, broken.get(input.name));
  for (const button of filling.querySelectorAll("[data-act=sum]")) {
    const open = offered(button).length;
    button.hidden = !open;
    button.textContent = `填入算出的 ${open} 个数`;
  }
  tell(live);
  locate();
};

// A zero in a sum that does not hold is hardly the slip.
const matters = (name) => !/^\s*0*\s*$/.test(document.getElementById(name)?.value ?? "");

const place = (problem) => {
  const input = document.getElementById(problem.at);
  if (!input) return;
  const row = input.closest("tr, .told > div");
  const list = row?.querySelector("[data-said]") || input.closest("section").querySelector("[data-below] [data-said]");
  const item = document.createElement("li");
  item.className = problem.severity;
  item.textContent = problem.message;
  list?.append(item);
};

const mark = (input, live, messages) => {
  const offer = live.offers[input.name];
  const fault = live.faults[input.name];
  if (input.classList.contains("figure")) input.placeholder = offer ? offer.text : "";
  assign(input, "offer", offer?.note);
  assign(input, "fault", fault);
  assign(input, "broken", messages?.join(" "));
  if (fault || messages) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  input.classList.toggle("taken", input.dataset.taken !== undefined && input.value.trim() === input.dataset.taken);
};

const assign = (input, key, text) => {
  if (text) input.dataset[key] = text;
  else delete input.dataset[key];
};

const tell = (live) => {
  const faults = Object.keys(live.faults).length;
  const parts = ["已保存"];
  if (faults) parts.push(`${faults} 格读不懂`);
  if (live.problems.length) parts.push(`${live.problems.length} 处对不上`);
  if (live.blank) parts.push(`还空 ${live.blank} 格`);
  state.textContent = parts.join(" · ");
  state.classList.toggle("warn", faults + live.problems.length > 0);
};

// --- Where the reader is: the row and column of the cell, and what is to be said about it.
const locate = () => {
  const input = document.activeElement;
  if (!filling.contains(input) || input.type !== "text") return;
  const { fault, broken, offer, note, taken } = input.dataset;
  const name = input.getAttribute("aria-label") || input.labels[0]?.textContent || "";
  const more = fault || broken || (!input.value && offer) || (taken === input.value.trim() && note) || "";
  where.textContent = more ? `${name}：${more}` : name;
  where.classList.toggle("warn", Boolean(fault || broken));
};
filling.addEventListener("focusin", (event) => {
  if (event.target.classList.contains("figure")) event.target.select();
  locate();
});

// --- Moving by key.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };

const at = (input) => [Number(input.dataset.r), Number(input.dataset.c)];

const next = (input, [down, right]) => {
  const cells = [...input.closest("[data-grid]").querySelectorAll("input.figure")];
  const [row, column] = at(input);
  const ahead = cells.filter((one) => {
    const [r, c] = at(one);
    return down ? Math.sign(r - row) === down : r === row && Math.sign(c - column) === right;
  });
  const far = (one) => Math.abs(at(one)[0] - row) * 1000 + Math.abs(at(one)[1] - column);
  const found = ahead.sort((a, b) => far(a) - far(b))[0];
  if (found || !down) return found;
  // Past the last row of a table the next one begins, as if they were one.
  const all = figures.indexOf(down > 0 ? cells.at(-1) : cells[0]);
  return figures[all + down];
};

const inside = (input, key) => {
  // Left and right move the caret until it stands at the end.
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (value && start === 0 && end === value.length) return false;
  return key === "ArrowLeft" ? end > 0 : start < value.length;
};

filling.addEventListener("keydown", (event) => {
  const input = event.target;
  if (event.key === "Enter" && input.tagName === "INPUT") event.preventDefault();
  if (!input.classList.contains("figure") || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "=") {
    event.preventDefault();
    take(input);
    return;
  }
  const step = STEPS[event.key];
  if (!step || inside(input, event.key)) return;
  event.preventDefault();
  next(input, event.key === "Enter" && event.shiftKey ? [-1, 0] : step)?.focus();
});

// --- What was added up, taken into the fields.
const take = (input) => {
  if (input.value || !input.placeholder) return false;
  input.value = input.placeholder;
  touched();
  return true;
};
const offered = (button) => [...button.closest("section").querySelectorAll("input.figure")].filter((one) => !one.value && one.placeholder);
filling.addEventListener("click", (event) => {
  if (event.target.dataset.act === "sum") offered(event.target).forEach(take);
  if (event.target.dataset.act === "undo") undo();
});

// --- Pasting a block of cells: tabs between columns, lines between rows, as spreadsheets copy them.
let before = [];

const undo = () => {
  for (const [input, value] of before) input.value = value;
  before[0]?.[0].focus();
  before = [];
  touched();
};

filling.addEventListener("paste", (event) => {
  const input = event.target;
  const text = event.clipboardData.getData("text/plain");
  if (!input.classList.contains("figure") || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const cells = new Map([...input.closest("[data-grid]").querySelectorAll("input.figure")].map((one) => [at(one).join(), one]));
  const [top, left] = at(input);
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
  before = [];
  let lost = 0;
  rows.forEach((row, r) => row.forEach((value, c) => {
    const target = cells.get([top + r, left + c].join());
    if (target) {
      before.push([target, target.value]);
      target.value = value.trim().slice(0, target.maxLength);
    } else if (value.trim()) lost += 1;
  }));
  touched();
  where.textContent = `粘入了 ${before.length} 格${lost ? `，${lost} 格落在表格以外，没有粘入` : ""}。`;
  where.classList.toggle("warn", lost > 0);
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "plain", textContent: "撤销粘贴" });
  button.dataset.act = "undo";
  where.append(button);
});

// --- As the page opens: what the server knows; the cell that a link named, else the first that cannot be read.
touched();
const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
(named || filling.querySelector("[data-fault]"))?.focus();
