// A week keyed in from paper: arrows, Enter to the next cell, sums of rows and days while one types.
"use strict";
(() => {
  const form = document.getElementById("week");
  if (!form) return;
  const cells = [...form.querySelectorAll("input[data-row]")];
  const at = new Map(cells.map((cell) => [`${cell.dataset.row} ${cell.dataset.column}`, cell]));
  const present = form.dataset.present.toLowerCase();
  let sent = false;

  // For the sums alone; what a cell means is read when it is recorded.
  const minutes = (cell) => {
    const text = cell.value.trim().toLowerCase();
    if (text === present) return Number(cell.dataset.planned);
    const span = /^(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?$/.exec(text);
    if (span) {
      const [from, to] = [Number(span[1]) * 60 + Number(span[2] || 0), Number(span[3]) * 60 + Number(span[4] || 0)];
      return (to - from + 1440) % 1440;
    }
    const clock = /^(\d{1,2})(?:[:h](\d\d)|[.,](\d))?$/.exec(text);
    if (clock && Number(clock[1]) <= 12) return Number(clock[1]) * 60 + Number(clock[2] || 0) + 6 * Number(clock[3] || 0);
    return /^\d+$/.test(text) ? Number(text) : 0;
  };
  const write = (cell, sum) => {
    cell.textContent = form.dataset.time.replace("{hours}", Math.floor(sum / 60)).replace("{minutes}", String(sum % 60).padStart(2, "0"));
  };
  const sums = () => {
    const [rows, columns] = [new Map(), new Map()];
    let whole = 0;
    cells.forEach((cell) => {
      const sum = minutes(cell);
      whole += sum;
      rows.set(cell.dataset.row, (rows.get(cell.dataset.row) || 0) + sum);
      columns.set(cell.dataset.column, (columns.get(cell.dataset.column) || 0) + sum);
    });
    form.querySelectorAll("[data-total]").forEach((cell, row) => write(cell, Number(cell.dataset.total) + (rows.get(String(row)) || 0)));
    form.querySelectorAll("[data-column-total]").forEach((cell, column) => write(cell, Number(cell.dataset.columnTotal) + (columns.get(String(column)) || 0)));
    const total = document.getElementById("whole");
    write(total, Number(total.dataset.whole) + whole);
  };
  const go = (cell, rows, columns) => {
    let [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
    for (let step = 0; step < 1000; step += 1) {
      row += rows;
      column += columns;
      if (row < 0 || column < 0 || row > Number(cells[cells.length - 1].dataset.row)) return;
      const next = at.get(`${row} ${column}`);
      if (next) { next.focus(); next.select(); return; }
      if (columns && column > 40) return;
    }
  };
  form.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.dataset.row || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const [start, end] = [cell.selectionStart === 0, cell.selectionEnd === cell.value.length];
    if (event.key === "Enter") {
      event.preventDefault();
      const next = cells[cells.indexOf(cell) + (event.shiftKey ? -1 : 1)] || document.getElementById("record");
      next.focus();
      if (next.select) next.select();
    } else if (event.key === "ArrowDown") { event.preventDefault(); go(cell, 1, 0); }
    else if (event.key === "ArrowUp") { event.preventDefault(); go(cell, -1, 0); }
    else if (event.key === "ArrowRight" && end) { event.preventDefault(); go(cell, 0, 1); }
    else if (event.key === "ArrowLeft" && start) { event.preventDefault(); go(cell, 0, -1); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key.toLowerCase() === "s") { event.preventDefault(); form.requestSubmit(); }
  });
  form.addEventListener("input", sums);
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && cells.some((cell) => cell.value.trim() !== cell.defaultValue.trim())) event.preventDefault();
  });
  sums();
  // Who came to key a week begins at once; on a telephone the keyboard would cover what she came to read.
  if (cells.length && window.matchMedia("(pointer: fine) and (min-width: 761px)").matches && !document.querySelector(".faults")) cells[0].focus();
})();
