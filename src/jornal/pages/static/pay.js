// What scripts add to the pages of pay: printing, and ticking everybody at once.
"use strict";
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const all of document.querySelectorAll("[data-all]")) {
    const boxes = [...document.querySelectorAll(all.dataset.all)];
    const told = () => {
      all.checked = boxes.every((box) => box.checked);
      all.indeterminate = !all.checked && boxes.some((box) => box.checked);
    };
    all.closest("label").hidden = false;
    all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; });
    for (const box of boxes) box.addEventListener("change", told);
    told();
  }
})();
