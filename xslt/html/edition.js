// The page is whole without this: it searches, shows an entry beside the name that leads to it, and cites a passage.
"use strict";

const text = document.getElementById("the-text");
const narrow = matchMedia("(width < 68rem)");

// One popover serves entries and citations. It is no part of the page for readers without scripts.
const popover = document.createElement("aside");
popover.className = "popover";
popover.popover = "auto";
popover.tabIndex = -1;
document.body.append(popover);

function show(label, content, source) {
  popover.setAttribute("aria-label", label);
  popover.replaceChildren(...content);
  for (const named of popover.querySelectorAll("[id]")) named.removeAttribute("id");
  popover.showPopover({ source });
  popover.focus({ preventScroll: true });
}

// Whoever follows a link out of a popover wants to see where it leads.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[popover] a[href^='#']");
  if (link) link.closest("[popover]").hidePopover();
});

// An entry of a register: what stands between its heading and the next.

function entryOf(link) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading?.matches(".register dt") ? heading : null;
}

function showEntry(heading, link) {
  const name = document.createElement("h3");
  const whole = document.createElement("a");
  whole.href = link.hash;
  whole.append(...heading.cloneNode(true).childNodes);
  name.append(whole);
  show(heading.textContent, [name, ...heading.nextElementSibling.cloneNode(true).childNodes], link);
}

// Citations: the forms of the whole edition, with page, passage and address filled in.

const forms = document.querySelector("#edition-citing dl");
const breaks = [...text.querySelectorAll(".pb")];
const numberOf = (pb) => pb.dataset.n ?? pb.nextElementSibling.dataset.n;

// The pages, as printed, that an element stands on: the last that begins before it, and the last within it.
function pagesOf(element) {
  let first = null, last = null;
  for (const pb of breaks) {
    if (element.contains(pb)) last = pb;
    else if (pb.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) first = pb;
    else break;
  }
  const numbers = [first, last].filter(Boolean).map(numberOf);
  return [...new Set(numbers)].join("–");
}

function citedPages(target) {
  if (target.matches(".pb")) return numberOf(target);
  if (target.matches(".note")) return pagesOf(document.querySelector(`[popovertarget="${target.id}-popover"]`));
  return pagesOf(target);
}

function cite(link) {
  const target = document.getElementById(link.hash.slice(1));
  const pages = citedPages(target);
  const here = location.protocol.startsWith("http") ? location.origin + location.pathname : forms.dataset.address;
  const values = {
    page: pages,
    pages: pages && (/–/.test(pages) ? "pp. " : "p. ") + pages,
    "pages-only": pages.replace("–", "--"),
    id: target.matches(".pb") ? "" : target.id,
    address: here && here + link.hash,
  };
  const filled = forms.cloneNode(true);
  for (const slot of filled.querySelectorAll("[data-cite]")) {
    const [, name] = /\{([\w-]+)\}/.exec(slot.dataset.cite);
    if (values[name]) slot.textContent = slot.dataset.cite.replace(`{${name}}`, values[name]);
  }
  const title = document.createElement("h3");
  title.textContent = forms.dataset.title.replace("{1}", target.id);
  show(title.textContent, [title, withCopying(filled)], link);
}

function withCopying(list) {
  for (const form of list.querySelectorAll("dd")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = forms.dataset.copy;
    button.setAttribute("aria-label", `${forms.dataset.copy} ${form.previousElementSibling.textContent}`);
    form.previousElementSibling.append(" ", button);
  }
  return list;
}

// A page from the disk may have no clipboard of its own; then the text is selected and copied as a person would do it.
async function copy(button) {
  const form = button.closest("dt").nextElementSibling;
  try {
    await navigator.clipboard.writeText(form.textContent);
  } catch {
    getSelection().selectAllChildren(form);
    if (!document.execCommand("copy")) return;
  }
  button.textContent = forms.dataset.copied;
  setTimeout(() => (button.textContent = forms.dataset.copy), 2000);
}

forms.replaceWith(withCopying(forms.cloneNode(true)));

document.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const button = event.target.closest("button.copy");
  if (button) copy(button);
  const link = event.target.closest("a[href^='#']");
  if (!link || popover.contains(link)) return;
  const entry = text.contains(link) && !link.matches(".of-quotation") ? entryOf(link) : null;
  if (!entry && !link.matches(".anchor, .page, .note-page")) return;
  event.preventDefault();
  if (entry) return showEntry(entry, link);
  history.replaceState(null, "", link.hash);
  cite(link);
});

// Search: the text as one string without accents, case and curled quotation marks; for each of its characters, where it
// stands and what it was.

const search = document.querySelector("form.search");
const hits = search.querySelector(".hits");
const said = search.querySelector("output");
const LEFT_OUT = ".call, [popover], .backlink, .note-page, .label, figcaption, del, button";
const BLOCKS = "p, li, dt, dd, h2, h3, h4, h5, h6, blockquote, .p, .note, .title-part, .doc-imprint";
let index = null;
let found = [];
let current = -1;

const folded = (string) =>
  string.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’ʼ]/g, "'").replace(/[“”„]/g, '"').toLowerCase();

function indexed() {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const places = [], shown = [];
  const add = (character, was, place) => {
    string += character;
    shown.push(was);
    places.push(place);
  };
  let string = "", block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(LEFT_OUT)) continue;
    const around = node.parentElement.closest(BLOCKS);
    if (around !== block && string && !string.endsWith(" ")) add(" ", " ", null);
    block = around;
    for (let offset = 0; offset < node.length; offset++) {
      const was = node.data[offset];
      if (!/\s/.test(was)) for (const [at, character] of [...folded(was)].entries()) add(character, at ? "" : was, [node, offset]);
      else if (!string.endsWith(" ")) add(" ", " ", [node, offset]);
    }
  }
  return { string, shown, places };
}

function rangeAt(start, length) {
  const places = index.places.slice(start, start + length).filter(Boolean);
  const range = new Range();
  range.setStart(...places[0]);
  range.setEnd(places.at(-1)[0], places.at(-1)[1] + 1);
  return range;
}

function look() {
  index ??= indexed();
  const wanted = folded(search.elements.search.value).replace(/\s+/g, " ").trim();
  found = [];
  if (wanted.length > 1) {
    for (let at = index.string.indexOf(wanted); at >= 0; at = index.string.indexOf(wanted, at + wanted.length)) found.push(at);
  }
  const ranges = found.map((at) => rangeAt(at, wanted.length));
  hits.replaceChildren(...ranges.map((range, number) => hit(range, found[number], wanted.length, number)));
  mark("found", ranges);
  mark("current", []);
  current = -1;
  tell(wanted.length > 1);
}

function mark(name, ranges) {
  if ("highlights" in CSS) CSS.highlights.set(name, new Highlight(...ranges));
}

// The words around a hit: as they stand in the page, not as they were folded for the search.
function hit(range, at, length, number) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const word = document.createElement("mark");
  const words = (start, end) => index.shown.slice(start, end).join("");
  const block = range.startContainer.parentElement.closest("[id]");
  link.href = `#${block.id}`;
  link.dataset.hit = number;
  word.textContent = words(at, at + length);
  const [before, after] = [Math.max(at - 28, 0), Math.min(at + length + 36, index.places.length)];
  const page = document.createElement("span");
  page.textContent = pagesOf(range.startContainer.parentElement);
  link.append(page, " ", words(before, at).replace(/^\S*\s/, ""), word, words(at + length, after).replace(/\s\S*$/, ""));
  item.append(link);
  return item;
}

function tell(asked) {
  const { none, one, many, at } = said.dataset;
  const counted = [none, one][found.length] ?? many.replace("{1}", found.length);
  const placed = at.replace("{1}", current + 1).replace("{2}", found.length);
  said.textContent = !asked ? "" : current < 0 || found.length < 2 ? counted : placed;
}

function go(number) {
  if (!found.length) return;
  current = (number + found.length) % found.length;
  const range = rangeAt(found[current], folded(search.elements.search.value).replace(/\s+/g, " ").trim().length);
  mark("current", [range]);
  for (const [at, item] of [...hits.children].entries()) item.classList.toggle("current", at === current);
  hits.children[current].scrollIntoView({ block: "nearest" });
  const box = range.getBoundingClientRect();
  scrollBy({ top: box.top - innerHeight / 3 });
  if (!("highlights" in CSS)) {
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }
  tell(true);
}

search.hidden = false;
search.addEventListener("input", look);
search.addEventListener("submit", (event) => event.preventDefault());
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    go(current + (event.shiftKey ? -1 : 1));
  }
});
hits.addEventListener("click", (event) => {
  const link = event.target.closest("[data-hit]");
  if (!link) return;
  event.preventDefault();
  if (narrow.matches) search.closest("details").open = false;
  go(Number(link.dataset.hit));
});
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.closest("details").open = true;
  search.elements.search.focus();
});

// The panel is open beside the text; on a phone it folds up when a link in it was followed. The part that is read is marked.

const unfold = () => (search.closest("details").open = !narrow.matches);
unfold();
narrow.addEventListener("change", unfold);
document.querySelector(".panel").addEventListener("click", (event) => {
  if (narrow.matches && event.target.closest("nav a")) event.currentTarget.querySelector("details").open = false;
});

const entries = new Map([...document.querySelectorAll(".toc a")].map((link) => [document.getElementById(link.hash.slice(1)), link]));
const inSight = new Set();
const observer = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) inSight[isIntersecting ? "add" : "delete"](target);
  const here = [...entries.keys()].findLast((part) => inSight.has(part));
  for (const [part, link] of entries) {
    if (part === here) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}, { rootMargin: "0px 0px -66% 0px" });
for (const part of entries.keys()) observer.observe(part);
