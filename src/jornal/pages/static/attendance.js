// The sheet of a day by keyboard, with its sums as they will be. Nothing is sent until it is recorded.
"use strict";
(() => {
  document.documentElement.classList.add("scripts");
  const sheet = document.getElementById("sheet");
  if (!sheet) return;
  const keys = JSON.parse(sheet.dataset.keys);
  const rows = [...sheet.querySelectorAll("tr[data-worker]")];
  const bar = sheet.querySelector(".bar");
  const parts = new Map(rows.map((row) => [row, {
    tick: row.querySelector("input[name=sel]"),
    radios: [...row.querySelectorAll("input[type=radio]")],
    list: row.querySelector("select"),
    time: row.querySelector("td.n input"),
    note: row.querySelector(".note-of input"),
  }]));
  const rest = document.getElementById("rest");
  const all = rest ? rest.textContent : "";
  let sent = false;

  // What a row says: the value of its choice, or of its list; "" where nothing is set.
  const said = (row, chosen = false) => {
    const { radios, list, time } = parts.get(row);
    const radio = radios.find((one) => one.checked);
    const kind = (radio && radio.value) || list.value;
    return kind || (time.value.trim() && !chosen ? "planned" : "");
  };
  const isSet = (row) => {
    const { note } = parts.get(row);
    return Boolean(said(row) || (note && note.value.trim()));
  };
  const choose = (row, kind) => {
    const { radios, list } = parts.get(row);
    const radio = kind && radios.find((one) => one.value === kind);
    radios.forEach((one) => { one.checked = one === radio; });
    list.value = radio ? "" : kind;
    list.classList.toggle("set", Boolean(list.value));
  };
  const clear = (row) => {
    const { time, note } = parts.get(row);
    choose(row, "");
    time.value = "";
    if (note) note.value = "";
  };

  // Minutes of what stands in the time field, for the sums alone; what it means is read when it is recorded.
  const minutes = (row) => {
    const text = parts.get(row).time.value.trim();
    if (!text) return Number(row.dataset.planned);
    const clock = /^(\d{1,2}):(\d\d)$/.exec(text);
    if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
    const span = /^(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?$/.exec(text);
    if (span) {
      const [from, to] = [Number(span[1]) * 60 + Number(span[2] || 0), Number(span[3]) * 60 + Number(span[4] || 0)];
      return (to - from + 1440) % 1440;
    }
    const bare = /^\d+$/.test(text) ? Number(text) : 0;
    return bare <= 12 ? bare * 60 : bare;
  };
  const worked = new Set(JSON.parse(sheet.dataset.worked));
  const show = (id, more) => {
    const cell = document.getElementById(id);
    const sum = Number(cell.dataset.recorded) + more;
    cell.textContent = id === "sum-time"
      ? sheet.dataset.time.replace("{hours}", Math.floor(sum / 60)).replace("{minutes}", String(sum % 60).padStart(2, "0"))
      : sum;
  };
  const sums = () => {
    const set = rows.filter((row) => said(row) && row.id.startsWith("r-"));
    const there = set.filter((row) => worked.has(said(row)));
    show("sum-there", there.length);
    show("sum-away", set.length - there.length);
    show("sum-open", -set.length);
    show("sum-time", rows.filter((row) => worked.has(said(row))).reduce((sum, row) => sum + minutes(row), 0));
    if (!bar) return;
    const ticked = rows.filter((row) => parts.get(row).tick.checked).length;
    bar.classList.toggle("none", ticked === 0);
    document.getElementById("chosen").textContent = ticked ? sheet.dataset.selected.replace("{number}", ticked) : sheet.dataset.none;
    const anything = rows.some(isSet);
    document.getElementById("record").hidden = !anything;
    rest.textContent = anything ? rest.dataset.else : all;
  };

  const rowOf = (element) => element.closest && element.closest("tr[data-worker]");
  const enter = (row, like) => {
    if (!row) return;
    const { tick, radios, time, note } = parts.get(row);
    const goal = like && like.name && like.name.startsWith("t-") ? time
      : like && like.name && like.name.startsWith("n-") && note ? note
      : like && like.name === "sel" ? tick
      : radios.find((one) => one.checked) || radios[0];
    goal.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const beside = (row, step) => rows[rows.indexOf(row) + step];
  const record = () => { sent = true; sheet.requestSubmit(document.getElementById("record")); };

  const inRow = (event, row) => {
    const at = event.target;
    const writing = at.name.startsWith("n-");
    const listed = at.tagName === "SELECT";
    if (event.key === "Enter") {
      event.preventDefault();
      enter(beside(row, event.shiftKey ? -1 : 1), at.type === "radio" || listed ? null : at);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !listed) {
      event.preventDefault();
      enter(beside(row, event.key === "ArrowDown" ? 1 : -1), at);
    } else if (event.key === "Escape") {
      clear(row);
      sums();
    } else if (!writing && !listed && event.key.length === 1) {
      const kind = keys[event.key.toLowerCase()];
      if (/[0-9]/.test(event.key)) {
        const { time } = parts.get(row);
        if (at !== time) { time.focus(); time.select(); }
      } else if (kind) {
        event.preventDefault();
        choose(row, kind);
        sums();
      }
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.isComposing) return;
    if (event.ctrlKey) {
      if (event.key.toLowerCase() === "s" && bar) { event.preventDefault(); record(); }
      return;
    }
    const row = rowOf(event.target);
    const free = !event.target.matches("input, select, textarea") || event.target.type === "checkbox" || event.target.type === "radio";
    if (event.key === "?" && free) { event.preventDefault(); document.getElementById("keys").showModal(); return; }
    if (row) inRow(event, row);
    else if (event.target === document.body || event.target.id === "main") {
      if (event.key === "ArrowDown" && rows[0]) { event.preventDefault(); enter(rows[0]); }
    }
  });
  sheet.addEventListener("input", (event) => {
    const row = rowOf(event.target);
    if (row && event.target.tagName === "SELECT") choose(row, event.target.value);
    else if (row && event.target.type === "radio") choose(row, event.target.value);
    else if (row && event.target === parts.get(row).time && event.target.value && !said(row, true)) choose(row, "planned");
    sums();
  });
  // Many at once: the bar sets the rows that are ticked, and they wait like all others until they are recorded.
  sheet.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=do]");
    if (!button) return;
    if (!button.value.startsWith("sel-")) { sent = true; return; }
    event.preventDefault();
    const kind = button.value === "sel-other" ? document.getElementById("bulk").value : button.value.slice(4);
    const time = document.getElementById("bulk-time").value.trim();
    rows.filter((row) => parts.get(row).tick.checked).forEach((row) => {
      if (kind) choose(row, kind);
      if (time) parts.get(row).time.value = time;
      parts.get(row).tick.checked = false;
    });
    sums();
  });
  const every = document.getElementById("every");
  if (every) every.addEventListener("change", () => {
    rows.forEach((row) => { parts.get(row).tick.checked = every.checked; });
    sums();
  });
  const help = document.getElementById("help");
  if (help) help.addEventListener("click", () => document.getElementById("keys").showModal());
  window.addEventListener("beforeunload", (event) => {
    if (!sent && rows.some(isSet)) event.preventDefault();
  });
  sums();
})();
