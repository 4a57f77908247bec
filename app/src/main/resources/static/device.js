/** What the queue needs of a browser: a place to keep answers, one sender at a time, and the pages kept for offline. */

const JOURNAL = "skills-answer:", SEQ = "skills-seq", LEASE = "skills-sender", OLD = "skills-answers", GIVEN = "skills-given:",
  HOLDER = "skills-holder";
const LEASE_MS = 30000, OPEN_MS = 1500, PAGES = "skills-pages", FILES = "skills-files";

const local = { /* localStorage, where the browser lets us */
  get: k => { try { return localStorage.getItem(k); } catch { return null; } },
  set: (k, v) => { try { localStorage.setItem(k, v); return true; } catch { return false; } },
  drop: k => { try { localStorage.removeItem(k); } catch { /* nothing there */ } },
  keys: start => { try { return Object.keys(localStorage).filter(k => k.startsWith(start)); } catch { return []; } }
};
const parsed = text => { try { return JSON.parse(text); } catch { return null; } };

const done = request => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
function open() {
  return new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) { reject(new Error("none")); return; }
    setTimeout(() => reject(Object.assign(new Error("slow"), { slow: true })), OPEN_MS);
    const request = indexedDB.open("skills", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("answers", { keyPath: "client" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}

/** An answer is written to localStorage at once and from there to IndexedDB; both are read. */
export function openStore() {
  let db = null;
  const answers = (mode, use) => {
    db ??= open().catch(e => { if (e.slow) db = null; throw e; });
    return db.then(d => { const t = d.transaction("answers", mode); const r = use(t.objectStore("answers"));
      return new Promise((resolve, reject) => { t.oncomplete = () => resolve(r.result); t.onabort = t.onerror = () => reject(t.error); }); });
  };
  return {
    put(entry) {
      const text = JSON.stringify(entry), key = JOURNAL + entry.client, safe = local.set(key, text);
      return answers("readwrite", s => s.put(entry)).then(
        () => { if (local.get(key) === text) local.drop(key); },
        e => { if (!safe) throw e; });
    },
    async remove(client) {
      local.drop(JOURNAL + client);
      await answers("readwrite", s => s.delete(client)).catch(() => {});
    },
    async all() {
      const found = new Map();
      let partial = false; /* IndexedDB did not answer: there may be more */
      for (const e of await answers("readonly", s => s.getAll()).catch(e => { partial = db === null; return []; })) found.set(e.client, e);
      for (const k of local.keys(JOURNAL)) { const e = parsed(local.get(k)); if (e) found.set(e.client, e); }
      return Object.assign([...found.values()], { partial });
    },
    next(atLeast) { const n = Math.max((+local.get(SEQ) || 0) + 1, atLeast); local.set(SEQ, n); return n; },
    /** What a page of an earlier release left; taken once. */
    old() { const list = parsed(local.get(OLD)); local.drop(OLD); return Array.isArray(list) ? list : []; },
    /** Whether answers outlive this page. */
    lasts: () => { const k = JOURNAL + "try", can = local.set(k, "null"); local.drop(k); return can; }
  };
}

/** Runs one at a time over all pages of this device. */
export function oneSender() {
  if (navigator.locks) return run => navigator.locks.request(LEASE, { ifAvailable: true }, lock => lock ? run() : false);
  const me = String(Math.random());
  const held = () => { const l = parsed(local.get(LEASE)); return l && l.until > Date.now() ? l.by : ""; };
  const renew = () => local.set(LEASE, JSON.stringify({ by: me, until: Date.now() + LEASE_MS }));
  return async run => {
    if (held() && held() !== me) return false;
    if (renew()) {
      await new Promise(r => setTimeout(r, 20 + Math.random() * 40)); /* another page may have done the same */
      if (held() !== me) return false;
    }
    try { return await run(renew); } finally { if (held() === me) local.drop(LEASE); }
  };
}

/** What was answered in a session, beside pages that were drawn before that. */
export const given = {
  read: session => parsed(local.get(GIVEN + session)) || { pages: [], given: {} },
  write: (session, what) => local.set(GIVEN + session, JSON.stringify(what)),
  drop: session => local.drop(GIVEN + session),
  dropAll: () => local.keys(GIVEN).forEach(local.drop)
};

/** Whether somebody else was here before, by the marks of the two; remembers who is. */
export function changedHands(holder) {
  const before = local.get(HOLDER);
  if (holder) local.set(HOLDER, holder);
  return !!before && !!holder && before !== holder;
}

/** Where a browser lets pages be kept for offline: not over plain http. */
export const keepsPages = () => window.isSecureContext && "serviceWorker" in navigator && "caches" in window;

/** Keeps a session's page with the files it needs, then its drawings. Gives the text of the page as kept. */
export async function keepPage(base, page, files, drawings) {
  const kept = await caches.open(FILES), have = new Set((await kept.keys()).map(r => r.url)), full = f => new URL(f, location.href).href;
  const fetched = async file => { const r = await fetch(file); if (r.ok) await kept.put(file, r); };
  const missing = list => [...new Set(list.map(full))].filter(f => !have.has(f));
  await Promise.all(missing(files).map(fetched));
  const answer = await fetch(page, { credentials: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(answer.status);
  const text = await answer.clone().text();
  await (await caches.open(PAGES)).put(base, answer);
  const draw = missing(drawings); /* a few at a time: answers come first */
  while (draw.length) await Promise.all(draw.splice(0, 3).map(fetched));
  const needed = new Set(files.map(full));
  for (const url of have) if (new URL(url).pathname.startsWith("/static/") && !needed.has(url)) await kept.delete(url); /* of an earlier release */
  return text;
}

/** Whether a session's page opens without a connection. */
export const isKept = async base => {
  try { return !!navigator.serviceWorker.controller && !!await (await caches.open(PAGES)).match(base); } catch { return false; }
};

/** Throws away pages: of the sessions whose address is named, or all. */
export async function dropPages(which = () => true) {
  if (!keepsPages()) return;
  const pages = await caches.open(PAGES);
  for (const r of await pages.keys()) if (which(new URL(r.url).pathname)) await pages.delete(r);
}

/**
 * Nothing that shows anything of anybody stays on this device. Answers that still wait may stay: marked with whose they
 * are, sent when that person signs in again, gone after a month.
 */
export async function forget(waitingStays) {
  const store = openStore(), waits = waitingStays ? (await store.all()).filter(a => a.holder && !a.refused) : [];
  for (const k of [...local.keys(JOURNAL), ...local.keys(GIVEN), OLD, LEASE, HOLDER]) local.drop(k);
  for (const a of waits) local.set(JOURNAL + a.client, JSON.stringify(a));
  await dropPages().catch(() => {});
  await open().then(d => done(d.transaction("answers", "readwrite").objectStore("answers").clear())).catch(() => {});
}
