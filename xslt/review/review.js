// The page is whole without this: it filters the claims, copies decisions, and lets j and k walk from claim to claim.
"use strict";

const claims = [...document.querySelectorAll(".claim")];
const filters = document.getElementById("filters");
const said = document.getElementById("said");
const labels = document.body.dataset;
const told = new WeakMap();

// What is searched in a claim: all that is told of it, the offered decisions left out. Read when it is first asked for.
function wordsOf(claim) {
  if (!told.has(claim)) told.set(claim, claim.querySelector(".told").textContent.replace(/\s+/g, " ").toLowerCase());
  return told.get(claim);
}

function filter() {
  const chosen = new FormData(filters);
  const certainties = new Set(chosen.getAll("cert"));
  const words = chosen.get("words").trim().replace(/\s+/g, " ").toLowerCase();
  const exact = ["kind", "rule", "page", "state"].map((name) => [name, chosen.get(name)]).filter(([, value]) => value);
  let shown = 0;
  for (const claim of claims) {
    const data = claim.dataset;
    const fits = certainties.has(data.cert) && exact.every(([name, value]) => data[name] === value);
    claim.hidden = !(fits && (!words || wordsOf(claim).includes(words)));
    shown += !claim.hidden;
  }
  for (const section of document.querySelectorAll("main section")) {
    section.hidden = !section.querySelector(".claim:not([hidden])");
  }
  document.getElementById("shown").value = labels.shown.replace("{1}", shown).replace("{2}", claims.length);
}

// A page from the disk may have no clipboard of its own; then the text is selected and copied as a person would do it.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    text.closest("details").open = true;
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
}

async function copy(button) {
  const done = await copied(document.getElementById(button.dataset.offer));
  said.textContent = done ? labels.copied : labels.notCopied;
  if (done) button.dataset.done = labels.done;
  clearTimeout(copy.timer);
  copy.timer = setTimeout(() => {
    said.textContent = "";
    for (const one of document.querySelectorAll("[data-done]")) delete one.dataset.done;
  }, 4000);
}

// To the next claim that is shown, or back; from the one that has the focus, else from the first in sight.
function walk(step) {
  const shown = claims.filter((claim) => !claim.hidden);
  const here = shown.indexOf(document.activeElement.closest(".claim"));
  const sight = shown.findIndex((claim) => claim.getBoundingClientRect().bottom > 0);
  const next = shown[here < 0 ? sight : here + step];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

document.documentElement.classList.add("with-script");
filters.addEventListener("input", filter);
filters.addEventListener("reset", () => setTimeout(filter));
filters.addEventListener("submit", (event) => event.preventDefault());
addEventListener("pageshow", filter);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-offer]");
  if (button) copy(button);
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=radio], [type=checkbox]), select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") walk(event.key === "j" ? 1 : -1);
  if (event.key === "/") {
    event.preventDefault();
    filters.elements.words.focus();
  }
});
