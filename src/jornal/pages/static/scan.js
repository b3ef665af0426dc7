// Scanning without waiting for the page: each code is sent in its turn, and the list comes back.
"use strict";
(() => {
  const form = document.getElementById("scan");
  const field = document.getElementById("code");
  if (!form || !field) return;
  const waiting = [];
  let busy = false;
  const next = async () => {
    if (busy || !waiting.length) return;
    busy = true;
    const text = waiting.shift();
    const said = new FormData(form);
    said.set("code", text);
    said.delete("once");
    try {
      const answer = await fetch(form.action, { method: "POST", body: said, headers: { "HX-Request": "true" } });
      if (answer.redirected || !(answer.ok || answer.status === 422)) { waiting.length = 0; location.reload(); return; }
      document.getElementById("sitting").outerHTML = await answer.text();
      if (answer.status === 422) waiting.length = 0; // what was scanned after a slip would land on the wrong person
    } catch {
      waiting.length = 0;
      field.value = text;
      form.submit();
      return;
    }
    busy = false;
    next();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const text = field.value.trim();
    field.value = "";
    if (text) waiting.push(text);
    next();
  });
  field.focus();
})();
