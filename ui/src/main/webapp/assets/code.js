// Colours for code that is shown, an editor for code that is written. Without it: a plain <pre> and a plain <textarea>.
(() => {
  "use strict";
  if (typeof CodeMirror === "undefined") return;
  const JAVA = "text/x-java";

  function colour(pre) {
    // Marks for characters that nobody sees stay where they are: such code is shown without colours.
    if (pre.querySelector("mark")) return;
    const lines = [...pre.querySelectorAll(".line")];
    const source = lines.map((line) => line.textContent).join("\n");
    let at = 0;
    let parts = [];
    const close = () => { if (at < lines.length) (lines[at].querySelector("bdi") || lines[at]).replaceChildren(...parts); at += 1; parts = []; };
    CodeMirror.runMode(source, JAVA, (text, style) => {
      if (text === "\n") { close(); return; }
      if (!style) { parts.push(document.createTextNode(text)); return; }
      const span = document.createElement("span");
      span.className = style.split(" ").map((s) => "cm-" + s).join(" ");
      span.textContent = text;
      parts.push(span);
    });
    close();
  }
  const colourAll = () => document.querySelectorAll("pre.code-java").forEach(colour);
  colourAll();
  document.addEventListener("part-refreshed", colourAll);

  document.querySelectorAll("textarea.editor-java").forEach((area) => {
    const label = document.querySelector(`label[for="${area.id}"]`);
    const editor = CodeMirror.fromTextArea(area, {
      mode: JAVA, lineNumbers: true, indentUnit: 4, lineWrapping: true, viewportMargin: Infinity,
      screenReaderLabel: label ? label.textContent : "Code",
      // Tab must leave the editor, or a keyboard user is caught in it.
      extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-]": "indentMore", "Ctrl-[": "indentLess" },
    });
    (area.dataset.badLines || "").split(",").filter(Boolean).forEach((n) => {
      editor.addLineClass(Number(n) - 1, "background", "finding-line");
    });
  });
})();
