/**
 * The answers that are on their way to the server: kept on the device until the server says that it has them,
 * sent one after the other in the order in which they were given, by one page at a time. It knows no page and
 * no browser; everything outside comes in by `env`, so that it can be tried in virtual time.
 *
 * An entry: {session, base, position, fields, client, seq, focus, at, holder}
 *   session, base, position  which question; base is the address up to the position
 *   fields    what was answered: {value} | {best, worst} | {skip} | {undo}
 *   client    its own id: the server keeps an answer with the same id once
 *   seq       its number, higher than of any answer given before on this device
 *   focus     milliseconds that the question was in view; at: when it was given, in ms of the clock
 *   holder    mark of the person who gave it: it is sent for nobody else. "" (of an older page): whoever is here
 *   refused   only on one that the server did not want: set aside, the others go on
 *
 * env:
 *   holder    mark of the person signed in on this page; "" when nobody is
 *   store     put(entry), remove(client), all(): promises. What put() was given is safe when it RETURNS, not only when
 *             its promise ends; it may throw or reject when nothing can be kept (then the page's memory does). The list
 *             of all() has `partial` set when there may be more.
 *             next(atLeast): a number higher than any it gave before on this device.
 *   send(entry)  promise of {status, redirected}; rejects, or never ends, when there is no connection
 *   renew()   promise: fetches a fresh token against forged requests
 *   lock(run) runs run(still) while no other page of this device sends, and gives what it gives; false at once when
 *             another does. `still` is to be called now and then.
 *   clock(), schedule(task, ms) -> cancel(), uuid()
 *   on(event, detail): "off" no connection; "on" {sent} all was sent after it was off; "kept" entry; "refused" entry;
 *             "out" signed out; "other" somebody else is signed in; "idle" nothing waits
 */
export const SEND_MS = 20000, BUSY_MS = 1000, RETRY_MS = [2000, 4000, 8000, 15000], SIGNED_OUT_MS = 60000,
  SET_ASIDE_MS = 30 * 864e5;

/** What a reply means for the answer: kept | refused | token | out | other | later. */
export function verdict({ status, redirected }) {
  if (redirected || status === 401) return "out";
  if (status === 403) return "token";
  if (status === 409) return "other";
  if (status === 400 || status === 404 || status === 410 || status === 413 || status === 422) return "refused";
  return status >= 200 && status < 300 ? "kept" : "later";
}

export function createQueue(env) {
  const { store, clock, schedule, on = () => {} } = env;
  const memory = new Map(); /* what the device would not keep */
  let running = false, again = false, failed = 0, sent = 0, away = false, cancel = () => {}, stopped = false;

  const mine = e => !e.holder || e.holder === env.holder;
  const ready = list => list.filter(e => mine(e) && !e.refused).sort((a, b) => a.seq - b.seq || a.at - b.at);

  let blind = false; /* the device could not tell what it keeps */
  async function all() {
    let kept = [];
    try { kept = await store.all(); blind = !!kept.partial; } catch { blind = true; }
    const merged = new Map(kept.map(e => [e.client, e]));
    memory.forEach((e, client) => merged.set(client, e));
    return [...merged.values()];
  }
  function put(entry) {
    memory.set(entry.client, entry);
    try { return Promise.resolve(store.put(entry)).then(() => { if (memory.get(entry.client) === entry) memory.delete(entry.client); }, () => {}); }
    catch { return Promise.resolve(); }
  }
  async function remove(client) {
    memory.delete(client);
    try { await store.remove(client); } catch { /* sent again at the worst, which counts once */ }
    memory.delete(client);
  }

  /** Keeps an answer and sends it as soon as can be. Gives the entry. */
  function add({ session, base, position, fields, focus = 0 }) {
    const at = clock();
    let seq = at;
    try { seq = store.next(at); } catch { /* the time will do */ }
    const entry = { session, base, position, fields, client: env.uuid(), seq, focus, at, holder: env.holder };
    put(entry);
    later(0);
    return entry;
  }

  /** Answers of an older page, which had no holder: under their own ids, so that nothing is doubled. */
  const adopt = entries => Promise.all(entries.map(e => put({ holder: "", focus: 0, ...e })));

  function later(ms) { cancel(); if (!stopped) cancel = schedule(flush, ms) || (() => {}); }

  /** Sends what waits. May be called at any time and as often as one likes. */
  async function flush() {
    if (stopped) return;
    if (running) { again = true; return; }
    running = true; again = false; cancel();
    let wait = -1;
    try {
      const done = await env.lock(run);
      if (done !== false) wait = done;
      else if ((await waiting()).length || blind) wait = BUSY_MS;
      else on("idle");
    } catch { wait = RETRY_MS[0]; }
    running = false;
    if (again) later(0); else if (wait >= 0) later(wait);
  }

  const within = (promise, ms) => new Promise((resolve, reject) => {
    const stop = schedule(() => reject(new Error("no reply")), ms) || (() => {});
    promise.then(r => { stop(); resolve(r); }, e => { stop(); reject(e); });
  });
  const reply = async entry => { try { return verdict(await within(env.send(entry), SEND_MS)); } catch { return "later"; } };

  /** Until nothing waits or something is in the way; gives after how many ms to try again, -1: not by itself. */
  async function run(still = () => {}) {
    for (let renewed = false; !stopped;) {
      const entry = ready(await all())[0];
      if (!entry && blind) return BUSY_MS;
      if (!entry) {
        failed = 0;
        if (away) { away = false; const n = sent; sent = 0; on("on", { sent: n }); }
        sent = 0; on("idle");
        return -1;
      }
      still();
      let what = await reply(entry);
      if (what === "token" && !renewed) {
        renewed = true;
        try { await within(env.renew(), SEND_MS); continue; } catch { what = "later"; }
      }
      switch (what) {
        case "kept": failed = 0; renewed = false; sent++; await remove(entry.client); on("kept", entry); break;
        case "refused": await put({ ...entry, refused: clock() }); on("refused", entry); break;
        case "out": case "other": away = true; on(what); return SIGNED_OUT_MS;
        default: away = true; on("off"); return RETRY_MS[Math.min(failed++, RETRY_MS.length - 1)];
      }
    }
    return -1;
  }

  /** What this person gave and the server does not have yet, in order; of one session or of all. */
  const waiting = async session => ready(await all()).filter(e => !session || e.session === session);

  /** Throws away: all of somebody else, or all that `which` names. Only when a person asked for it. */
  async function clear(which) { for (const e of await all()) if (which(e)) await remove(e.client); }

  /** What was set aside long ago, or waited long for somebody who did not come back, is of no use to anybody. */
  const tidy = () => clear(e => (e.refused || !mine(e)) && clock() - (e.refused || e.at) > SET_ASIDE_MS);

  return { add, adopt, flush, waiting, all, clear, tidy, stop() { stopped = true; cancel(); } };
}
