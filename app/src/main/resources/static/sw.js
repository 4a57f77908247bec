/* Without a connection: gives the page of a questionnaire that was begun here, with its files. Everything else is
   the browser's. What it may keep is put there and taken away by the page itself (device.js). */
const PAGES = "skills-pages", FILES = "skills-files", SLOW_MS = 5000;
/* Where somebody else may begin on this device: what was kept for the one before is dropped. */
const DOORS = /^\/(signin|recover|link|start|join|demo|goodbye)(\/|$)/;
const QUESTION = /^(\/(?:skills|questions|round)\/[0-9a-f-]{36}\/)\d+$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", e => e.waitUntil(clients.claim()));
addEventListener("fetch", e => {
  const { request } = e, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const question = QUESTION.exec(url.pathname);
  if (request.mode === "navigate" && DOORS.test(url.pathname)) e.waitUntil(caches.delete(PAGES));
  if (request.mode === "navigate" && question) e.respondWith(page(request, question[1]));
  else if (/^\/(static|scenes)\//.test(url.pathname)) e.respondWith(file(request));
});

/* The server's, unless there is no connection or none to speak of. */
async function page(request, base) {
  const kept = await (await caches.open(PAGES)).match(base);
  const answer = fetch(request);
  if (!kept) return answer;
  answer.catch(() => {});
  const slow = new Promise(resolve => setTimeout(resolve, SLOW_MS, kept));
  try { return await Promise.race([answer.then(r => r.status >= 500 ? kept : r), slow]); } catch { return kept; }
}

/* An address changes with its content, so what is kept is right. */
async function file(request) {
  const kept = await (await caches.open(FILES)).match(request.url);
  return kept || fetch(request);
}
