// What scripts add to pages that work without them: fewer clicks, nothing else.
"use strict";
(() => {
  const narrow = window.matchMedia("(max-width: 760px)");
  const menu = document.querySelector("details.menu");
  if (menu && narrow.matches) menu.open = false;
  const fault = document.querySelector(".faults");
  if (fault) fault.focus();
  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  // The weekday beside a day follows what is chosen.
  const said = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang,
    { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  document.addEventListener("input", (event) => {
    const beside = event.target.type === "date" && event.target.parentElement.querySelector(".weekday");
    if (beside) beside.textContent = event.target.valueAsDate ? said.format(event.target.valueAsDate) : "";
  });
  // A language is changed by choosing it.
  const language = document.getElementById("language");
  if (language) {
    language.addEventListener("change", () => language.form.requestSubmit());
    language.form.querySelector("button").hidden = true;
  }
})();
