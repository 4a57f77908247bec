/* One skill a screen: a tap saves and goes on; without a connection answers wait on the device. */
(() => {
  "use strict";
  const KEY = "skills-answers", SEQ = "skills-seq", KEEP_MS = 30 * 864e5, RETRY_MS = 4000, LOOK_MS = 160, GUARD_MS = 350;
  const $ = (s, e = document) => e.querySelector(s);
  const questions = $("#questions"), stage = $("#item"), net = $("#net");
  let memory = [];
  const read = () => { try { return JSON.parse(localStorage.getItem(KEY) || "[]"); } catch { return memory; } };
  const write = q => { memory = q; try { localStorage.setItem(KEY, JSON.stringify(q)); } catch { /* stays in memory */ } };
  const uuid = () => crypto.randomUUID ? crypto.randomUUID()
    : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  const next = () => { let n = Date.now(); try { n = Math.max(+localStorage.getItem(SEQ) + 1, n); localStorage.setItem(SEQ, n); } catch { /* the time will do */ } return n; };

  /* the queue */
  let busy = false, away = false, lost = 0, timer = 0;
  const say = (id, fill) => { net.replaceChildren(); if (id) { net.append($(id).content.cloneNode(true)); if (fill) fill(net); } };
  const token = async () => {
    const page = await (await fetch(location.href, { credentials: "same-origin" })).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("meta[name=csrf]");
    if (fresh) $("meta[name=csrf]").content = fresh.content;
  };
  const post = a => fetch(`${a.base || "/skills/" + a.session + "/"}${a.position}`, {
    method: "POST", credentials: "same-origin", redirect: "manual", keepalive: true, headers: { "X-Queue": "1" },
    body: new URLSearchParams({ ...a.fields, client: a.client, seq: a.seq, focus: a.focus, ago: Math.max(0, Date.now() - a.at), _csrf: $("meta[name=csrf]").content })
  });
  const waiting = () => read().filter(a => !a.refused);
  const settle = (client, change) => write(read().flatMap(a => a.client === client ? change(a) : [a]));
  async function flush() {
    if (busy) return;
    busy = true; clearTimeout(timer);
    let sent = 0;
    try {
      for (let a; (a = waiting()[0]);) {
        let r = await post(a);
        if (r.status === 403) { await token(); r = await post(a); }
        if (r.type === "opaqueredirect" || r.status === 401) { say("#net-out"); away = true; return; }
        if (r.status === 404 || r.status === 400) { settle(a.client, x => [{ ...x, refused: 1 }]); continue; }
        if (!r.ok) throw new Error(r.status);
        settle(a.client, () => []);
        sent++;
      }
      if (away) { away = false; const n = lost + sent; lost = 0; say("#net-on", e => { const s = $("span", e); s.textContent = n === 1 ? s.dataset.one : s.dataset.many.replace("#", n); }); }
      if (questions && !unanswered().length && ended) location.replace(questions.dataset.end);
    } catch {
      lost += sent; away = true; say("#net-off"); timer = setTimeout(flush, RETRY_MS);
    } finally { busy = false; if (!away && waiting().length) flush(); }
  }
  addEventListener("online", flush);
  write(read().filter(a => Date.now() - a.at < KEEP_MS));
  if (!questions) { if (waiting().length) flush().then(() => { if (!waiting().length) location.reload(); }); return; }

  /* the questions */
  const session = questions.dataset.session, base = questions.dataset.base, total = +questions.dataset.total, given = {};
  let at = +$("form", stage).dataset.position, ended = false, shownAt = 0, inView = 0, since = 0;
  for (let p = 1; p <= total; p++) {
    const t = $(`template[data-item="${p}"]`).content, level = $("input[name=value]:checked", t), skip = $("[name=skip][aria-pressed=true]", t);
    given[p] = level ? { value: level.value } : skip ? { skip: skip.value } : null;
  }
  read().filter(a => a.session === session && !a.refused).forEach(a => { given[a.position] = a.fields.undo ? null : a.fields; });
  const unanswered = () => Object.keys(given).map(Number).filter(p => !given[p]);
  const clock = on => { if (on && !since) since = performance.now(); else if (!on && since) { inView += performance.now() - since; since = 0; } };
  addEventListener("visibilitychange", () => clock(!document.hidden));

  function show(position, push) {
    at = position; shownAt = Date.now(); inView = 0; since = 0; clock(!document.hidden);
    const fresh = $(`template[data-item="${at}"]`).content.cloneNode(true);
    stage.replaceChildren(fresh);
    stage.classList.remove("bykeys");
    stage.querySelectorAll("[name=value]").forEach(i => { i.checked = given[at]?.value === i.value; });
    stage.querySelectorAll("[name=skip]").forEach(b => b.setAttribute("aria-pressed", String(given[at]?.skip === b.value)));
    stage.querySelectorAll(".track i").forEach((i, n) => { i.className = n + 1 === at ? "now" : given[n + 1] ? "on" : ""; });
    const undo = $("[name=undo]", stage); if (undo && !given[at]) undo.remove();
    $(".top .num").textContent = $(`[data-left="${unanswered().length}"]`).textContent;
    $(".top a").href = $("form", stage).dataset.back;
    document.title = questions.dataset.title.replace("#", at);
    if (push) history.pushState(null, "", base + at);
    aloud(); heading(); scrollTo(0, 0);
  }
  const heading = () => $(".say", stage).focus({ preventScroll: true });

  function answer(fields) {
    clock(false);
    given[at] = fields.undo ? null : fields;
    write([...read(), { session, base, position: at, fields, client: uuid(), seq: next(), focus: Math.round(inView), at: Date.now() }]);
    flush();
    if (fields.undo) { show(at, false); return; }
    const open = unanswered(), to = open.find(p => p > at) || open[0];
    setTimeout(() => to ? show(to, true) : end(), LOOK_MS);
  }
  function end() {
    ended = true;
    if (!waiting().length && !busy) { location.replace(questions.dataset.end); return; }
    stage.replaceChildren($("#net-wait").content.cloneNode(true));
    heading(); flush();
  }
  const choose = input => { input.checked = true; answer({ value: input.value }); };
  const tooSoon = e => e.detail > 1 || Date.now() - shownAt < GUARD_MS;

  document.body.classList.add("quick");
  let chosen = 0;
  stage.addEventListener("click", e => {
    const button = e.target.closest("button");
    if (button?.classList.contains("aloud")) { speak(); return; }
    if (button?.name === "skip" || button?.name === "undo") {
      e.preventDefault();
      if (!tooSoon(e) && chosen !== shownAt) { if (button.name === "skip") chosen = shownAt; answer({ [button.name]: button.value }); }
      return;
    }
    const tile = e.target.closest(".tile");
    if (!tile) return;
    if (e.target.tagName !== "INPUT") { if (tooSoon(e)) e.preventDefault(); return; } /* the label clicks its input next */
    /* Arrow keys click too, without a pointer: they only choose, Enter saves. */
    if (e.detail === 0 && !pointed) { stage.classList.add("bykeys"); return; }
    pointed = false;
    if (Date.now() - shownAt < GUARD_MS || chosen === shownAt) { e.preventDefault(); return; }
    chosen = shownAt;
    choose(e.target);
  });
  let pointed = false;
  stage.addEventListener("pointerdown", e => { pointed = !!e.target.closest(".tile"); });
  stage.addEventListener("submit", e => {
    e.preventDefault();
    const input = $("[name=value]:checked", stage);
    if (input && chosen !== shownAt) { chosen = shownAt; choose(input); }
  });
  addEventListener("keydown", e => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || !stage.contains(document.activeElement) || !$("form", stage)) return;
    const inputs = [...stage.querySelectorAll("[name=value]")];
    if (/^[1-5]$/.test(e.key) && chosen !== shownAt) { e.preventDefault(); chosen = shownAt; choose(inputs[e.key - 1]); }
    else if (e.key === "Backspace") { e.preventDefault(); back(); }
    else if (/^Arrow(Down|Up)$/.test(e.key) && document.activeElement.name !== "value") {
      e.preventDefault(); (inputs.find(i => i.checked) || inputs[e.key === "ArrowDown" ? 0 : 4]).focus();
    }
  });
  const back = () => { if (at > 1) show(at - 1, true); else location.href = $(".top a").href; };
  $(".top a").addEventListener("click", e => { if (at > 1) { e.preventDefault(); back(); } });
  addEventListener("popstate", () => { const p = +location.pathname.split("/").pop(); if (p >= 1 && p <= total) { ended = false; show(p, false); } });

  /* read aloud, where the device has a voice for the language */
  const voice = () => window.speechSynthesis?.getVoices().find(v => v.lang.toLowerCase().startsWith(questions.dataset.lang));
  const aloud = () => { const b = $(".aloud", stage); if (b) b.hidden = !voice(); };
  const speak = () => {
    speechSynthesis.cancel();
    const said = [$(".say", stage), ...stage.querySelectorAll(".tile span")].map(e => e.textContent.trim().replace(/\s+/g, " ")).join(". ");
    const u = new SpeechSynthesisUtterance(said); u.voice = voice(); u.lang = u.voice.lang; speechSynthesis.speak(u);
  };
  window.speechSynthesis?.addEventListener?.("voiceschanged", aloud);

  const faulty = $(".errors", stage);
  shownAt = Date.now() - GUARD_MS; clock(!document.hidden); aloud();
  if (given[at] && !$("[name=value]:checked", stage) && !faulty) show(at, false);
  if (!faulty) heading();
  if (waiting().length) flush();
})();
