(() => {
  "use strict";
  const said = JSON.parse(document.currentScript.dataset.serve);
  const line = new EventSource(`/_serve/events?page=${encodeURIComponent(said.page)}`);
  line.addEventListener("message", (event) => {
    const news = JSON.parse(event.data);
    if (news.versions && JSON.stringify(news.versions) !== JSON.stringify(said.versions)) location.reload();
  });
})();
