// The page works without this file: it only scrolls to the exact place, adds keys, and tells what is going on.
for (const upload of document.querySelectorAll("[data-part=upload]")) {
  const progress = upload.querySelector("[data-part=progress]");
  let waiting = 0;
  const tell = (text) => { progress.hidden = false; progress.textContent = text; };
  upload.addEventListener("submit", (event) => {
    const largest = Number(upload.dataset.largest);
    const files = [...upload.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    const large = files.find((file) => file.size > largest * 1024 * 1024);
    if (large) {
      event.preventDefault();
      tell(`${large.name}：文件超过 ${largest} MB 的上限。请拆分或压缩图片后再试。`);
      return;
    }
    if (upload.dataset.ask && !window.confirm(upload.dataset.ask)) {
      event.preventDefault();
      return;
    }
    const doing = upload.dataset.doing || "正在上传并核查，请稍候……";
    const start = Date.now();
    const count = () => tell(`${doing}已用 ${Math.round((Date.now() - start) / 1000)} 秒。`);
    count();
    waiting = setInterval(count, 1000);
    upload.setAttribute("aria-busy", "true");
    upload.querySelector("button").disabled = true;
  });
  // Coming back with the browser's own button shows the form as it was left.
  window.addEventListener("pageshow", () => {
    clearInterval(waiting);
    progress.hidden = true;
    upload.removeAttribute("aria-busy");
    upload.querySelector("button").disabled = false;
  });
}

document.querySelector("[data-part=done]")?.addEventListener("click", (event) => {
  if (!window.confirm(event.target.dataset.ask || "删除这份年报和全部处理意见？需要的话请先下载。")) event.preventDefault();
});

const current = document.querySelector(".finding[aria-current]");
if (current) {
  const wide = window.matchMedia("(min-width: 861px)").matches;
  const mark = document.querySelector(".panel mark, .panel tr.hit");
  const place = mark || document.getElementById("at");
  requestAnimationFrame(() => {
    if (wide) current.scrollIntoView({ block: "nearest" });
    if (place && (wide || location.hash === "#at")) place.scrollIntoView({ block: "center" });
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select")) return;
  const step = { j: "next", k: "prev" }[event.key];
  if (step) document.querySelector(`.steps a[rel=${step}]`)?.click();
});

// Revising a draft: the field is ready to go on, a proposal to be completed goes into it, and a reply may take its time.
const saying = document.querySelector("[data-part=say]");
if (saying) {
  const said = saying.querySelector("input[name=said]");
  const progress = saying.querySelector("[data-part=progress]");
  if (location.hash === "#revise") said.focus({ preventScroll: true });
  if (location.hash === "#next") {
    const next = document.querySelector("[data-part=accept-one]") || said;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
  document.querySelector(".revise").addEventListener("click", (event) => {
    if (event.target.dataset.fill === undefined) return;
    said.value = event.target.dataset.fill.replace(/…+$/, "");
    said.focus();
  });
  for (const form of document.querySelectorAll(".revise form")) {
    form.addEventListener("submit", () => {
      progress.hidden = false;
      progress.textContent = "正在修改并核查……";
    });
  }
  window.addEventListener("pageshow", () => { progress.hidden = true; });
}
