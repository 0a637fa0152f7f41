/* The theme turns pages on "n" and "p" and opens the search on "s" and "f", wherever focus is. Single letters without a
   modifier disturb people who speak to their computer (WCAG 2.1.4), and nothing could switch them off. */
(function () {
  "use strict";
  window.addEventListener("keydown", function (event) {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && "fsnp,./".indexOf(event.key) >= 0) {
      event.stopImmediatePropagation();
    }
  }, true);
})();
