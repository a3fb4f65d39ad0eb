// What is typed lives as long as the login. Before that ends the reader is warned; where it has ended, by time or because
// the service was started anew, what stands on the page goes into a file that can be gone on with.
const box = document.querySelector("[data-part=expiry]");
const filling = document.getElementById("filling");
const LAST = 10 * 60 * 1000; // milliseconds before the end from which there is a warning
const LOOK = 10 * 1000;
const life = Number(box.dataset.life) * 1000;
const told = box.querySelector("p");
const stay = box.querySelector("[data-part=stay]");
const rescue = box.querySelector("[data-part=rescue]");
let ends = 0;
let gone = false;

const alive = () => {
  ends = Date.now() + life;
  gone = false;
  box.hidden = true;
};

const lost = () => {
  if (gone) return;
  gone = true;
  told.textContent = filling
    ? "登录已过期，或者服务重新启动过，没有保存上。填写的内容还在这一页：请先存成文件，再重新登录，在首页“继续以前的起草”里读入。"
    : "登录已过期，或者服务重新启动过，这份草稿已经不在服务器上。";
  stay.hidden = true;
  rescue.hidden = !filling;
  box.hidden = false;
};

const look = () => {
  const left = ends - Date.now();
  if (left <= 0) lost();
  else if (left <= LAST) {
    told.textContent = `再过 ${Math.ceil(left / 60000)} 分钟没有操作，填写的内容和草稿就会删除。`;
    box.hidden = false;
  }
};

stay.addEventListener("click", async () => {
  const reply = await fetch(box.dataset.alive, { redirect: "manual" }).catch(() => null);
  if (reply?.ok) alive();
  else lost();
});

rescue.addEventListener("click", () => {
  const texts = Object.fromEntries([...new FormData(filling)].filter(([name]) => name !== "csrf"));
  const work = { format: "disclosure-draft-1", issuer: box.dataset.issuer, year: Number(box.dataset.year), texts };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(work, null, 1)], { type: "application/json" }));
  link.download = `${box.dataset.issuer}${box.dataset.year}年工作文件.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LOOK);
});

document.addEventListener("kept", alive);
document.addEventListener("lost", lost);
alive();
setInterval(look, LOOK);
