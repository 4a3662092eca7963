// Comfort only: everything here also works without it. No single key ever decides anything.
(() => {
  "use strict";

  const shortcuts = {
    stored: "countersign.shortcuts",
    on() { try { return localStorage.getItem(this.stored) !== "off"; } catch { return true; } },
    set(on) { try { localStorage.setItem(this.stored, on ? "on" : "off"); } catch { /* private window */ } },
  };

  const typing = (el) => el.closest("input, textarea, select, [contenteditable], .CodeMirror, dialog[open]");

  function step(by) {
    const rows = [...document.querySelectorAll(".row-link")];
    if (rows.length === 0) return;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  }

  const help = document.getElementById("keys");
  const toggle = document.getElementById("keys-on");
  if (toggle) {
    toggle.checked = shortcuts.on();
    toggle.addEventListener("change", () => shortcuts.set(toggle.checked));
  }
  document.querySelectorAll("[data-opens-keys]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  });

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || typing(e.target)) return;
    if (!shortcuts.on()) return;
    if (e.key === "j") step(1);
    else if (e.key === "k") step(-1);
    else if (e.key === "?" && help) { e.preventDefault(); help.showModal(); }
    else if (e.key === "x") e.target.closest("li")?.querySelector('input[name="pick"]')?.click();
    else if (e.key === "i") document.querySelector('.places a[data-key="i"]')?.click();
  });

  // Selecting several rows: how many are, and all at once. What is decided is still said below, with a reason.
  const picked = (form) => {
    const boxes = [...form.querySelectorAll('input[name="pick"]')];
    const on = boxes.filter((box) => box.checked).length;
    const said = form.querySelector("[data-picked]");
    if (said) said.textContent = on + " of " + boxes.length + " selected";
    const all = form.querySelector("[data-picks-all]");
    if (all) { all.checked = on === boxes.length; all.indeterminate = on > 0 && on < boxes.length; }
  };
  function offerAll() {
    document.querySelectorAll("form.many").forEach((form) => {
      form.querySelectorAll("[data-needs-script]").forEach((part) => { part.hidden = false; });
      picked(form);
    });
  }
  document.addEventListener("change", (e) => {
    const form = e.target.closest("form.many");
    if (!form) return;
    if (e.target.matches("[data-picks-all]")) {
      form.querySelectorAll('input[name="pick"]').forEach((box) => { box.checked = e.target.checked; });
    }
    picked(form);
  });
  offerAll();
  document.addEventListener("part-refreshed", offerAll);

  // Relative times stay true while the page is open.
  const units = [[86400, "day"], [3600, "hour"], [60, "min"]];
  function words(seconds) {
    const far = Math.abs(seconds);
    if (far < 60) return seconds >= 0 ? "in under a minute" : "just now";
    const [size, name] = units.find(([s]) => far >= s);
    const n = Math.floor(far / size);
    const amount = n + " " + name + (n === 1 || name === "min" ? "" : "s");
    return seconds >= 0 ? "in " + amount : amount + " ago";
  }
  function refreshTimes() {
    document.querySelectorAll("time[data-relative]").forEach((t) => {
      t.textContent = words((Date.parse(t.dateTime) - Date.now()) / 1000);
    });
  }
  setInterval(refreshTimes, 30_000);

  // Live parts: fetched again and swapped in when they changed and nobody is working in them.
  const liveParts = () => [...document.querySelectorAll("[data-live]")].filter((part) => part.dataset.live);
  const busy = (part) => part.querySelector("form:focus-within, input:checked, details[open] form");
  let began = Date.now();
  let took = 0;
  let queue = Promise.resolve();
  let soon;
  let later;

  function swap(part, fresh) {
    if (!part || !fresh || busy(part)) return;
    for (const name of ["live", "pushed"]) {
      if (fresh.dataset[name]) part.dataset[name] = fresh.dataset[name]; else delete part.dataset[name];
    }
    if (fresh.innerHTML === (part.dataset.was ?? part.innerHTML)) return;
    part.dataset.was = fresh.innerHTML;
    const held = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    part.replaceChildren(...fresh.childNodes);
    if (held) part.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus();
    document.dispatchEvent(new CustomEvent("part-refreshed"));
  }
  async function fetchParts() {
    const parts = liveParts();
    if (document.hidden || parts.length === 0) return;
    if (parts.every(busy)) { refreshLater(); return; }
    began = Date.now();
    let page;
    try {
      const answer = await fetch(location.href, {
        headers: { Accept: "text/html", "X-Part": parts.map((part) => part.id).join(" ") },
        redirect: "error",
        signal: AbortSignal.timeout(20_000),
      });
      if (!answer.ok) return;
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch { return; } finally { took = Date.now() - began; }
    parts.forEach((part) => swap(part, page.getElementById(part.id)));
    swap(document.querySelector(".places"), page.querySelector(".places"));
    document.title = page.title;
    changedMeanwhile(page);
    if (liveParts().length === 0) hangUp();
  }
  // One after the other, so that no older answer lies over a newer one.
  const refresh = () => (queue = queue.then(fetchParts, fetchParts));
  function refreshLater() {
    clearTimeout(later);
    later = setTimeout(refresh, 3000 + Math.random() * 1000);
  }

  // What a form agrees to is never exchanged under it; that it has changed, or is over, is said.
  function changedMeanwhile(page) {
    const digest = (of) => of.querySelector('.decide input[name="digest"]')?.value;
    const note = document.getElementById("changed-meanwhile");
    if (note && digest(page) !== digest(document)) note.hidden = false;
  }

  // By the clock, and less often while changes are told.
  function refreshByTheClock() {
    const told = source?.readyState === EventSource.OPEN;
    const seconds = liveParts().map((part) => Number((told && part.dataset.pushed) || part.dataset.live));
    if (seconds.length > 0) setTimeout(() => refresh().then(refreshByTheClock), Math.min(...seconds) * 1000);
  }

  // Told by the server: at once, and once more for what follows a decision. A hundred consoles do not ask in one instant, and
  // none asks more often than a busy server can answer.
  const feed = new URL("../live", document.currentScript.src);
  let source;
  function changed() {
    soon ??= setTimeout(() => { soon = undefined; refresh(); },
      Math.max(Math.random() * 400, began + Math.max(500, 5 * took) - Date.now()));
    refreshLater();
  }
  function listen() {
    if (source || document.hidden || !liveParts().some((part) => part.dataset.pushed)) return;
    source = new EventSource(feed);
    source.addEventListener("changed", changed);
    source.addEventListener("open", () => { if (Date.now() - began > 2000) refresh(); });
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      hangUp();
      setTimeout(listen, 60_000 + Math.random() * 30_000);
    });
  }
  function hangUp() {
    source?.close();
    source = undefined;
  }
  // A browser has six connections to a host: only the pages that are seen keep one.
  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : listen()));
  window.addEventListener("pagehide", hangUp);
  window.addEventListener("pageshow", (e) => { if (e.persisted) listen(); });
  liveParts().forEach((part) => { part.dataset.was = part.innerHTML; });
  listen();
  refreshByTheClock();

  // One click is one decision: a form that was sent does not send itself twice.
  document.addEventListener("submit", (e) => {
    if (e.target.method !== "post") return;
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    e.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));
})();
