/* The theme turns pages on "n" and "p" and opens the search on "s" and "f", wherever focus is. Single letters without a
   modifier disturb people who speak to their computer (WCAG 2.1.4), and nothing could switch them off. */
(function () {
  "use strict";
  window.addEventListener("keydown", function (event) {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && "fsnp,./".indexOf(event.key) >= 0) {
      event.stopImmediatePropagation();
    }
  }, true);
  /* Tab and Escape close the search, and the theme takes focus away from the field: Escape loses it, and in WebKit the
     next place after "nowhere" is the top of the page, so that Tab never comes past the search. The field keeps focus. */
  window.addEventListener("keydown", function (event) {
    var field = event.target;
    if ((event.key === "Tab" || event.key === "Escape") && field instanceof HTMLInputElement && field.matches(".md-search__input")) {
      field.blur = function () {};
      setTimeout(function () { delete field.blur; });
    }
  }, true);
})();
