/* Before the first paint: the reader's choice of light or dark, if there is one. */
(function () {
  "use strict";
  var chosen = null;
  try { chosen = window.localStorage.getItem("scheme"); } catch (error) { chosen = null; }
  if (chosen === "light" || chosen === "dark") document.documentElement.setAttribute("data-scheme", chosen);
})();
