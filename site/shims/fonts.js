/* The two faces that every page uses are fetched before the styles ask for them: with font-display "optional" text is
   drawn once, in its own face, and never moves. Under file:// browsers refuse this, and need it least. */
(function () {
  "use strict";
  var own = document.currentScript.src;
  if (location.protocol === "file:") return;
  ["400", "700"].forEach(function (weight) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "anonymous";
    link.href = new URL("fonts/atkinson-hyperlegible-next-latin-" + weight + "-normal.woff2", own).href;
    document.head.append(link);
  });
})();
