// Names for what the theme leaves without one, so that those who hear a page know where they are.
(() => {
  "use strict";

  const name = (element, words) => {
    if (element.getAttribute("aria-label") !== words) element.setAttribute("aria-label", words);
  };

  const mend = () => {
    document.querySelectorAll(".md-search[role=dialog]").forEach((one) => name(one, "Search"));
    document.querySelectorAll(".md-code__nav").forEach((one, at) => name(one, `Example ${at + 1}`));
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((one, at) => {
      if (one.scrollWidth <= one.clientWidth) return;
      one.tabIndex = 0;
      one.setAttribute("role", "region");
      name(one, `Table ${at + 1}`);
    });
  };

  new MutationObserver(mend).observe(document.body, { subtree: true, childList: true });
  addEventListener("resize", mend);
  mend();
})();
