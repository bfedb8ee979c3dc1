/**
 * The script of the HTML report, the only one that its policy admits. It moves the findings that
 * stand in the page; it makes no markup from text. Each step is linear in the number of findings.
 */
export const script = String.raw`
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const list = byId("list");
  document.documentElement.classList.add("js");
  const assets = Array.from(document.querySelectorAll("#inventory tbody tr"), (row) => ({ row, text: row.textContent.toLowerCase() }));
  const wordsIn = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  function filterAssets(words) {
    for (const { row, text } of assets) row.hidden = !words.every((word) => text.includes(word));
  }
  if (!list) {
    byId("text")?.addEventListener("input", (event) => filterAssets(wordsIn(event.target.value)));
    return;
  }

  const abouts = new Map();
  for (const node of document.querySelectorAll(".about")) {
    abouts.set(node.dataset.key, { node, controls: new Set(JSON.parse(node.dataset.controls)) });
  }
  const facts = Array.from(list.querySelectorAll(".finding"), (node) => ({
    node,
    order: Number(node.dataset.order),
    severity: node.dataset.severity,
    check: node.dataset.check,
    file: node.dataset.file,
    controls: abouts.get(node.dataset.about)?.controls ?? new Set(),
    text: undefined,
  }));
  const factOf = new Map(facts.map((fact) => [fact.node, fact]));
  const severities = ["critical", "high", "medium", "low", "info"];
  const worst = facts.slice().sort((a, b) => a.order - b.order);
  const tiles = Array.from(document.querySelectorAll(".tile"));
  const tools = { text: byId("text"), check: byId("check"), control: byId("control"), group: byId("group") };
  let groups = [];

  // The page comes grouped by file; what it has is taken as it is.
  function adopt() {
    groups = Array.from(list.querySelectorAll(".group"), (section) => ({
      section,
      tally: section.querySelector(".tally"),
      members: Array.from(section.querySelectorAll(".finding"), (node) => factOf.get(node)),
    }));
    filter();
  }

  function regroup() {
    const by = tools.group.value;
    const found = new Map();
    for (const fact of by === "file" ? facts : worst) {
      const members = found.get(fact[by]);
      if (members) members.push(fact);
      else found.set(fact[by], [fact]);
    }
    const page = document.createDocumentFragment();
    groups = Array.from(found, ([key, members]) => {
      const section = document.createElement("section");
      section.className = "group";
      const heading = section.appendChild(document.createElement("h3"));
      const name = heading.appendChild(document.createElement("span"));
      name.className = "name";
      name.textContent = key;
      const tally = heading.appendChild(document.createElement("span"));
      tally.className = "tally";
      section.append(...members.map((fact) => fact.node));
      page.append(section);
      return { section, tally, members };
    });
    list.className = "by-" + by;
    list.replaceChildren(page);
    filter();
  }

  function filter() {
    const words = wordsIn(tools.text.value);
    const check = tools.check.value;
    const control = tools.control.value;
    const wanted = new Set();
    for (const tile of tiles) if (tile.getAttribute("aria-pressed") !== "false") wanted.add(tile.dataset.severity);
    let shown = 0;
    for (const { section, tally, members } of groups) {
      const counts = new Map();
      for (const fact of members) {
        const fits =
          wanted.has(fact.severity) &&
          (check === "" || fact.check === check) &&
          (control === "" || fact.controls.has(control)) &&
          words.every((word) => textOf(fact).includes(word));
        fact.node.hidden = !fits;
        if (!fits) continue;
        shown++;
        counts.set(fact.severity, (counts.get(fact.severity) ?? 0) + 1);
      }
      section.hidden = counts.size === 0;
      tally.textContent = severities
        .filter((severity) => counts.has(severity))
        .map((severity) => counts.get(severity) + " " + severity)
        .join(" · ");
    }
    const all = facts.length;
    byId("shown").textContent = shown === all ? all + (all === 1 ? " finding" : " findings") : shown + " of " + all + " findings";
    byId("nothing").hidden = shown > 0;
    filterAssets(words);
  }

  function textOf(fact) {
    fact.text ??= (fact.file + " " + fact.node.textContent).toLowerCase();
    return fact.text;
  }

  function explain(node) {
    const slot = node.querySelector(".why");
    const about = abouts.get(node.dataset.about);
    if (!slot || !about) return;
    // What is searched is the finding itself, so its text is taken before the explanation comes in.
    textOf(factOf.get(node));
    slot.replaceWith(about.node.querySelector(".say").cloneNode(true));
  }

  let waiting = 0;
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  }

  function clear() {
    tools.text.value = tools.check.value = tools.control.value = "";
    for (const tile of tiles) if (!tile.disabled) tile.setAttribute("aria-pressed", "true");
    filter();
  }

  tools.text.addEventListener("input", soon);
  tools.check.addEventListener("change", filter);
  tools.control.addEventListener("change", filter);
  tools.group.addEventListener("change", regroup);
  for (const id of ["clear", "clear-too"]) byId(id).addEventListener("click", clear);
  for (const tile of tiles) {
    tile.addEventListener("click", () => {
      const active = tiles.filter((other) => !other.disabled);
      const pressed = (other) => other.getAttribute("aria-pressed") !== "false";
      // From all, a click chooses one; from one, the same click brings all back.
      const all = active.every(pressed);
      const only = pressed(tile) && active.filter(pressed).length === 1;
      for (const other of active) {
        const on = all ? other === tile : only ? true : other === tile ? !pressed(tile) : pressed(other);
        other.setAttribute("aria-pressed", String(on));
      }
      filter();
    });
  }
  list.addEventListener("toggle", (event) => {
    const node = event.target;
    if (node.open && node.classList.contains("finding") && !printing) explain(node);
  }, true);
  list.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const code = button.previousElementSibling;
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "copied";
      setTimeout(() => (button.textContent = "copy"), 1200);
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    tools.text.focus();
  });

  let printing = false;
  let opened = [];
  addEventListener("beforeprint", () => {
    printing = true;
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    for (const node of opened) node.open = true;
  });
  addEventListener("afterprint", () => {
    for (const node of opened) node.open = false;
    setTimeout(() => (printing = false));
  });

  function follow() {
    if (!location.hash.startsWith("#f-")) return;
    const node = byId(location.hash.slice(1));
    if (!node) return;
    node.open = true;
    node.scrollIntoView();
  }
  addEventListener("hashchange", follow);
  if (tools.group.value === "file") adopt();
  else regroup();
  follow();
})();
`;
