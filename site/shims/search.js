/* The theme fetches its search worker and the whole index on each page. Here both wait until the search box has focus.
   Under file:// browsers refuse workers and XMLHttpRequest: there the worker's script runs in a hidden frame, and the
   index comes as a script (the theme asks for search_index.js by itself). */
(function () {
  "use strict";
  var local = location.protocol === "file:";
  var wanted = false;
  var waiting = [];
  var whenWanted = function (act) { if (wanted) act(); else waiting.push(act); };
  var want = function () {
    wanted = true;
    waiting.splice(0).forEach(function (act) { act(); });
  };
  document.addEventListener("focusin", function (event) {
    if (event.target instanceof Element && event.target.closest(".md-search")) want();
  });
  document.addEventListener("change", function (event) {
    if (event.target instanceof Element && event.target.id === "__search") want();
  });

  var send = XMLHttpRequest.prototype.send;
  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url) {
    this.isIndex = String(url).indexOf("search/search_index.json") >= 0;
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function (body) {
    var request = this;
    if (!request.isIndex) return send.call(request, body);
    whenWanted(function () { send.call(request, body); });
  };

  var Real = window.Worker;
  window.Worker = function (url) {
    var own = new EventTarget();
    var queue = [];
    var deliver = null;
    var tell = function (data) { own.dispatchEvent(new MessageEvent("message", { data: data })); };
    var start = function () {
      if (local) {
        inFrame(url, tell, function (post) { deliver = post; queue.splice(0).forEach(post); });
      } else {
        var real = new Real(url);
        real.addEventListener("message", function (event) { tell(event.data); });
        deliver = function (data) { real.postMessage(data); };
        queue.splice(0).forEach(deliver);
      }
    };
    own.postMessage = function (data) { if (deliver) deliver(data); else queue.push(data); };
    own.terminate = function () {};
    whenWanted(start);
    return own;
  };

  /* The worker's script asks its parent for IFrameWorker and then awaits importScripts. */
  var inFrame = function (url, tell, ready) {
    window.IFrameWorker = true;
    var frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "search";
    document.body.append(frame);
    var inside = frame.contentWindow;
    var load = function (address) {
      return new Promise(function (done, fail) {
        var script = inside.document.createElement("script");
        script.src = address;
        script.onload = done;
        script.onerror = fail;
        inside.document.head.append(script);
      });
    };
    inside.importScripts = function () {
      return Array.from(arguments).reduce(function (before, address) {
        return before.then(function () { return load(address); });
      }, Promise.resolve());
    };
    inside.postMessage = tell;
    load(url).then(function () {
      ready(function (data) { inside.dispatchEvent(new MessageEvent("message", { data: data })); });
    });
  };
})();
