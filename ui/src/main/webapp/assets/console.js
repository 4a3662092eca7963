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
    else if (e.key === "i") document.querySelector('.places a[data-key="i"]')?.click();
  });

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
    if (document.hidden || part.querySelector("form:focus-within, details[open] form")) return;
    let answer;
    try {
      answer = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "error" });
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
