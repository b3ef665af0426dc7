// Keys that do not answer are told of; sheets are printed by a button.
"use strict";
(() => {
  document.addEventListener("allauth.error", (event) => {
    const silent = document.getElementById("key-silent");
    if (silent) { silent.hidden = false; event.preventDefault(); }
  });
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
