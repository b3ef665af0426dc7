// The pieces of a day by keyboard, with the sums as they will be. Nothing is sent until it is recorded.
"use strict";
(() => {
  document.documentElement.classList.add("scripts");
  const form = document.getElementById("pieces");
  if (!form || form.querySelector(".blank")) return;
  const rows = [...form.querySelectorAll("tbody tr:not(.room)")];
  const grid = rows.map((row) => [...row.querySelectorAll("input")]);
  const totals = [...form.querySelectorAll("tfoot td")];
  let sent = false;

  const place = (input) => {
    const line = rows.indexOf(input.closest("tr"));
    return [line, input.name.split(".")[0]];
  };
  const enter = (input) => {
    if (!input) return;
    input.focus();
    input.select();
    input.scrollIntoView({ block: "nearest" });
  };
  // The next row that has a field in this column: what is recorded already is passed over.
  const below = (line, column, step) => {
    for (let at = line + step; at >= 0 && at < grid.length; at += step) {
      const found = grid[at].find((one) => one.name.split(".")[0] === column);
      if (found) return found;
    }
    return null;
  };
  const top = (column) => below(-1, column, 1);
  const count = (text) => (/^\d+$/.test(text.trim()) ? Number(text) : 0);
  const good = (input) => input.name.startsWith("g");
  const more = (input) => count(input.value) - Number(input.dataset.was || 0);
  const columnOf = (input) => Number(input.name.slice(1).split(".")[0]);
  const recorded = (cell) => Number(cell.dataset.of);
  const sums = () => {
    const added = totals.map(() => 0);
    grid.forEach((inputs, line) => {
      let mine = 0;
      inputs.filter(good).forEach((input) => {
        mine += more(input);
        added[columnOf(input)] += more(input);
      });
      const cell = rows[line].querySelector(".sum");
      cell.textContent = recorded(cell) + mine || "–";
      added[added.length - 1] += mine;
    });
    totals.forEach((cell, at) => { cell.textContent = recorded(cell) + added[at]; });
  };
  const changed = (input) => input.value.trim() !== (input.defaultValue || "");

  form.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.matches("tbody input") || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const [line, column] = place(input);
    const beside = grid[line][grid[line].indexOf(input) + (event.key === "ArrowRight" ? 1 : -1)];
    const go = {
      Enter: () => below(line, column, event.shiftKey ? -1 : 1) || (event.shiftKey ? null : top(nextColumn(line, input))),
      ArrowDown: () => below(line, column, 1),
      ArrowUp: () => below(line, column, -1),
      ArrowRight: () => beside,
      ArrowLeft: () => beside,
    }[event.key];
    if (go) {
      event.preventDefault();
      enter(go());
    } else if (event.key === "Escape") {
      input.value = input.defaultValue;
      sums();
    }
  });
  // After the last person comes the first of the next operation.
  const nextColumn = (line, input) => {
    const next = grid[line][grid[line].indexOf(input) + 1];
    return next ? next.name.split(".")[0] : "";
  };
  form.addEventListener("beforeinput", (event) => {
    if (event.target.matches("tbody input") && event.data && !/^[\p{Nd}]+$/u.test(event.data.trim())) event.preventDefault();
  });
  form.addEventListener("input", sums);
  form.addEventListener("submit", () => { sent = true; });
  document.addEventListener("keydown", (event) => {
    const record = document.getElementById("record");
    if (record && event.ctrlKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit(record);
    } else if (event.key === "ArrowDown" && (event.target === document.body || event.target.id === "main")) {
      const first = grid.flat()[0];
      if (first) { event.preventDefault(); enter(first); }
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && grid.flat().some(changed)) event.preventDefault();
  });
  sums();
})();
