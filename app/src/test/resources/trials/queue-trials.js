/**
 * The shipped queue.js in virtual time: a person answers on a phone that is reloaded and killed at any moment,
 * in two tabs now and then, over a network that loses requests, replies or both, doubles them, hangs and goes away, to a server
 * that restarts, forgets the token or the sign-in. At the end the network is whole and the page is opened once
 * more: then every answer must be on the server once, and the last one of each question must be the last given.
 */
import { createQueue } from "/queue.js";

const SPELL_MS = 60000, QUESTIONS = 30, LATEST_MS = 9e5, CALM_MS = 36e5;

/** Small seeded generator (mulberry32). */
function generator(seed) {
  let a = seed >>> 0;
  const next = () => { a = a + 0x6D2B79F5 | 0; let t = Math.imul(a ^ a >>> 15, 1 | a); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296; };
  return { next, below: n => Math.floor(next() * n), chance: p => next() < p, between: (a, b) => a + Math.floor(next() * (b - a)) };
}

/** Events in their order; a task that was cancelled does not run. */
function timeline() {
  const heap = []; let now = 1.7e12, n = 0;
  const less = (a, b) => a.at < b.at || a.at === b.at && a.n < b.n;
  return {
    now: () => now,
    after(ms, task) {
      const e = { at: now + Math.max(0, ms), n: n++, task };
      let i = heap.push(e) - 1;
      for (let p; i && less(heap[i], heap[p = (i - 1) >> 1]); i = p) [heap[i], heap[p]] = [heap[p], heap[i]];
      return () => { e.task = null; };
    },
    pop() {
      const top = heap[0], last = heap.pop();
      if (!top) return null;
      if (heap.length) {
        heap[0] = last;
        for (let i = 0, c; (c = 2 * i + 1) < heap.length; i = c) {
          if (c + 1 < heap.length && less(heap[c + 1], heap[c])) c++;
          if (!less(heap[c], heap[i])) break;
          [heap[i], heap[c]] = [heap[c], heap[i]];
        }
      }
      now = top.at;
      return top;
    }
  };
}

const channel = new MessageChannel();
let wake; channel.port1.onmessage = () => wake();
/** Lets everything run that only waits for promises. */
const settle = () => new Promise(r => { wake = r; channel.port2.postMessage(0); });

async function trial(seed) {
  const random = generator(seed), time = timeline();
  const server = new Map(), arrivals = []; /* by the answer's own id; every arrival that was taken */
  const disk = new Map(); let seq = 0, sender = null; /* of the device */
  const seen = { reloads: 0, requests: 0, repliesLost: 0, doubled: 0, requestsLost: 0, hung: 0, refusedSignIn: 0, tokens: 0, restarts: 0 };
  let calm = false, offlineUntil = 0, downUntil = 0, outUntil = 0, token = 1, ids = 0;
  const given = [], last = new Map(), pages = new Set();
  const bad = p => !calm && random.chance(p);

  function arrives(entry, withToken) {
    if (time.now() < downUntil) return { status: 503 };
    if (time.now() < outUntil) { seen.refusedSignIn++; return { status: 200, redirected: true }; }
    if (withToken !== token) { seen.tokens++; return { status: 403 }; }
    if (bad(.01)) return { status: 500 };
    if (!server.has(entry.client)) { server.set(entry.client, entry); arrivals.push(entry); }
    return { status: 200 };
  }

  /** One page of the device; when it is gone nothing of it goes on, whatever was under way. */
  function open() {
    const page = { alive: true, token };
    const never = new Promise(() => {});
    const alive = promise => promise.then(v => page.alive ? v : never, e => page.alive ? Promise.reject(e) : never);
    const later = (ms, task) => time.after(ms, () => { if (page.alive) task(); });
    const wait = ms => new Promise(r => later(ms, r));
    page.queue = createQueue({
      holder: "me",
      store: {
        put(entry) { disk.set(entry.client, { ...entry }); return alive(wait(random.below(30))); },
        remove: async client => { await alive(wait(random.below(10))); disk.delete(client); },
        all: async () => { await alive(wait(random.below(10))); return [...disk.values()].map(e => ({ ...e })); },
        next: atLeast => seq = Math.max(seq + 1, atLeast)
      },
      send: entry => alive(new Promise((resolve, reject) => {
        seen.requests++;
        const there = random.between(20, bad(.05) ? 8000 : 600), back = random.between(20, 600), held = page.token;
        if (!calm && time.now() < offlineUntil || bad(.05)) { seen.requestsLost++; later(there, () => reject(new Error("away"))); return; }
        if (bad(.02)) { seen.hung++; if (random.chance(.5)) time.after(there, () => arrives(entry, held)); return; }
        /* What left arrives, whether the page is still there or not. */
        time.after(there, () => {
          const reply = arrives(entry, held);
          if (bad(.04)) { seen.doubled++; time.after(random.below(5000), () => arrives(entry, held)); }
          if (bad(.15)) { seen.repliesLost++; later(back, () => reject(new Error("reply lost"))); }
          else later(back, () => resolve(reply));
        });
      })),
      renew: () => alive(wait(random.between(50, 900))).then(() => { if (time.now() < downUntil) throw new Error("down"); page.token = token; }),
      lock: async run => {
        if (sender && sender.page.alive) return false;
        const mine = sender = { page };
        try { return await run(() => {}); } finally { if (sender === mine) sender = null; }
      },
      clock: time.now,
      schedule: (task, ms) => later(ms, task),
      uuid: () => `${seed}-${ids++}`,
      on() {}
    });
    pages.add(page);
    page.queue.flush();
    return page;
  }
  const close = page => { page.alive = false; pages.delete(page); };

  let page = open();
  /* The person: a question, an answer, now and then another thought. */
  const answers = random.between(5, 2 * QUESTIONS);
  function answer(n) {
    const position = n < QUESTIONS && !random.chance(.15) ? n + 1 : 1 + random.below(QUESTIONS);
    const fields = random.chance(.08) ? { undo: 1 } : random.chance(.08) ? { skip: "does-not-apply" } : { value: random.below(5) };
    const entry = page.queue.add({ session: "s", base: "/questions/s/", position, fields, focus: 500 });
    given.push(entry); last.set(position, entry.client);
    if (random.chance(.06)) reload(); /* at once: only what was safe when add() returned is safe */
    if (n + 1 < answers) time.after(random.between(150, 9000), () => answer(n + 1));
  }
  function reload() { seen.reloads++; for (const p of [...pages]) close(p); page = open(); if (random.chance(.2)) open(); }
  time.after(500, () => answer(0));
  for (let at = 0; at < LATEST_MS; at += random.between(1000, SPELL_MS)) {
    const what = random.below(7);
    time.after(at, () => {
      if (calm) return;
      const until = time.now() + random.between(500, SPELL_MS);
      if (what === 0) offlineUntil = until;
      else if (what === 1) { downUntil = time.now() + random.between(500, 9000); seen.restarts++; }
      else if (what === 2) outUntil = until;
      else if (what === 3) token++;
      else if (what === 4) reload();
      else if (what === 5) { const second = open(); time.after(random.between(100, SPELL_MS), () => { if (second !== page) close(second); }); }
      else page.queue.flush();
    });
  }
  time.after(LATEST_MS, () => { calm = true; offlineUntil = downUntil = outUntil = 0; reload(); });
  const end = time.now() + LATEST_MS + CALM_MS;
  for (let e; (e = time.pop()) && e.at < end;) {
    if (e.task) { e.task(); await settle(); }
    if (calm && !disk.size && arrivals.length >= given.length) break;
  }
  for (const p of [...pages]) { p.queue.stop(); close(p); }

  const faults = [];
  const lost = given.filter(g => !server.has(g.client));
  const strangers = [...server.keys()].filter(c => !given.some(g => g.client === c));
  if (disk.size) faults.push(`${disk.size} still on the device`);
  if (lost.length) faults.push(`${lost.length} lost, the first at question ${lost[0].position}`);
  if (strangers.length) faults.push(`${strangers.length} that nobody gave`);
  /* What counts on the server: of each question the answer with the highest number. */
  const counts = new Map();
  for (const a of server.values()) if (!counts.has(a.position) || counts.get(a.position).seq < a.seq) counts.set(a.position, a);
  for (const [position, client] of last) if (counts.get(position)?.client !== client) faults.push(`question ${position}: another answer counts`);
  for (const g of given) { const kept = server.get(g.client); if (kept && JSON.stringify(kept.fields) !== JSON.stringify(g.fields)) faults.push(`question ${g.position} changed on the way`); }
  return { given: given.length, lost: lost.length, double: arrivals.length - server.size + strangers.length, seen, faults };
}

/** Trials from a seed on; gives the sums and the first faults with the seed that shows them again. */
export async function trials(count, seed) {
  const total = { trials: count, given: 0, lost: 0, double: 0, reloads: 0, requests: 0, repliesLost: 0, doubled: 0, requestsLost: 0, hung: 0, refusedSignIn: 0, tokens: 0, restarts: 0, faults: [] };
  for (let i = 0; i < count; i++) {
    const one = await trial(seed + i);
    total.given += one.given; total.lost += one.lost; total.double += one.double;
    for (const k in one.seen) total[k] += one.seen[k];
    for (const f of one.faults) if (total.faults.length < 20) total.faults.push(`seed ${seed + i}: ${f}`);
  }
  return total;
}
