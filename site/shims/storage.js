/* Loaded before the theme. Where the browser refuses storage (blocked, sandboxed), the theme's own script throws and
   the page stays half dead: then a store in memory stands in, and nothing is kept. */
(function () {
  "use strict";
  var store = function () {
    var kept = {};
    return {
      getItem: function (key) { return Object.prototype.hasOwnProperty.call(kept, key) ? kept[key] : null; },
      setItem: function (key, value) { kept[key] = String(value); },
      removeItem: function (key) { delete kept[key]; },
      clear: function () { kept = {}; },
      key: function (index) { return Object.keys(kept)[index] || null; },
      get length() { return Object.keys(kept).length; },
      forgets: true
    };
  };
  ["localStorage", "sessionStorage"].forEach(function (name) {
    try {
      window[name].getItem("");
    } catch (error) {
      Object.defineProperty(window, name, { configurable: true, value: store() });
    }
  });
})();
