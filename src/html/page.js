"use strict";
// Switches of the legend: a kind, or a way to show the text.
for (const box of document.querySelectorAll(".legend input")) {
  const apply = () => {
    if (box.closest(".switch")) document.body.classList.toggle(box.value, box.checked);
    else for (const mark of document.querySelectorAll(`mark[data-kind="${CSS.escape(box.value)}"]`)) {
      mark.classList.toggle("off", !box.checked);
      mark.tabIndex = box.checked ? 0 : -1;
    }
  };
  box.addEventListener("change", apply);
  apply(); // a browser may keep switches over a reload
}

// The card of the mention that is hovered or has the focus.
const card = document.getElementById("card");
const node = (name, text, parent) => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
};
function show(mark) {
  card.replaceChildren();
  card.dataset.kind = mark.dataset.kind;
  node("strong", mark.dataset.kind.replace("_", " "), card);
  const list = node("dl", "", card);
  for (const fact of mark.dataset.facts.split("\n")) {
    const [name, text] = fact.split("\t");
    if (text) {
      node("dt", name, list);
      node("dd", text, list);
    }
  }
  card.hidden = false;
  mark.setAttribute("aria-describedby", "card");
  put(mark);
}
function put(mark) {
  const place = mark.getClientRects()[0], size = card.getBoundingClientRect(), gap = 8;
  const below = place.bottom + gap + size.height < innerHeight;
  card.style.left = `${Math.max(gap, Math.min(place.left, innerWidth - size.width - gap))}px`;
  card.style.top = `${below ? place.bottom + gap : Math.max(gap, place.top - size.height - gap)}px`;
}
function hide() {
  card.hidden = true;
  for (const mark of document.querySelectorAll("mark[aria-describedby]")) mark.removeAttribute("aria-describedby");
}
const mention = (event) => event.target.closest && event.target.closest("mark:not(.off)");
for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(on, (event) => {
    const mark = mention(event);
    if (mark) { hide(); show(mark); }
  });
  document.addEventListener(off, (event) => { if (mention(event)) hide(); });
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
document.addEventListener("scroll", () => {
  const focused = document.activeElement.closest("mark[aria-describedby]");
  if (focused) put(focused); else hide(); // the focus itself may have scrolled the page
}, { passive: true });

// A heading sorts its column: up, then down. Figures by size, words by their order in Chinese.
const compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const heading = button.closest("th"), body = heading.closest("table").tBodies[0];
    const up = heading.ariaSort !== "ascending";
    for (const other of heading.parentElement.children) other.ariaSort = "none";
    heading.ariaSort = up ? "ascending" : "descending";
    const key = (row) => row.cells[heading.cellIndex].dataset.sort ?? row.cells[heading.cellIndex].textContent;
    const figure = (text) => { const [above, under] = text.split("/"); return Number(above) / Number(under ?? 1); };
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1); // what is not said stands last
      const order = "sort" in a.cells[heading.cellIndex].dataset ? figure(x) - figure(y) : compare(x, y);
      return up ? order : -order;
    });
    body.append(...rows);
  });
}
