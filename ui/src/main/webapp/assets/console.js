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
  async function refresh(part) {
    if (document.hidden || part.querySelector("form:focus-within, input:checked, details[open] form")) return;
    let answer;
    try {
      answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Part": part.id }, redirect: "error" });
    } catch { return; }
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (!fresh || fresh.innerHTML === part.dataset.was) return;
    part.dataset.was = fresh.innerHTML;
    const held = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    part.replaceChildren(...fresh.childNodes);
    if (fresh.dataset.live) part.dataset.live = fresh.dataset.live; else delete part.dataset.live;
    if (held) part.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus();
    document.dispatchEvent(new CustomEvent("part-refreshed"));
  }
  document.querySelectorAll("[data-live]").forEach((part) => {
    part.dataset.was = part.innerHTML;
    const again = async () => {
      if (!part.dataset.live) return;
      await refresh(part);
      if (part.dataset.live) setTimeout(again, Number(part.dataset.live) * 1000);
    };
    setTimeout(again, Number(part.dataset.live) * 1000);
  });

  // One click is one decision: a form that was sent does not send itself twice.
  document.addEventListener("submit", (e) => {
    if (e.target.method !== "post") return;
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    e.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));
})();
