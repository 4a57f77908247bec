/* The page in which questions are answered: one a screen, a tap saves and goes on. The answers are the queue's. */
(async () => {
  "use strict";
  const LOOK_MS = 32, AFTER_MS = 40, GUARD_MS = 300, AHEAD = 4;
  const $ = (s, e = document) => e.querySelector(s), all = (s, e = document) => [...e.querySelectorAll(s)];
  const line = $("#line"), net = $("#net"), questions = $("#questions"), stage = $("#item");
  if (!line || !net) return;
  const holder = line.dataset.holder;
  const [{ createQueue }, device] = await Promise.all([import(line.dataset.queue), import(line.dataset.device)]);

  /* what is said about the connection */
  let safe = false; /* this page opens again without a connection */
  const say = (id, fill) => { net.replaceChildren($("#net-" + id).content.cloneNode(true)); if (fill) fill(net); };
  const happened = {
    off() { if (ended) $("#wait").dataset.off = ""; if ($("[data-off]", net)) return; say("off", e => { $("span", e).textContent = line.dataset[safe ? "safe" : store.lasts() ? "open" : "memory"]; }); offline(true); moved(); },
    on({ sent }) { say("on", e => { const s = $("span", e); s.textContent = sent === 1 ? s.dataset.one : s.dataset.many.replace("#", sent); }); offline(false); moved(); keep(); },
    out() { say("out", e => { $("a", e).href = location.pathname; }); },
    other() { say("other"); },
    refused(a) { if (a.session === session) { given[a.position] = null; remember(a.position); } say("refused"); },
    idle() { if (ended) leave(); }
  };

  const store = device.openStore(), csrf = $("meta[name=csrf]");
  const queue = createQueue({
    holder, store, lock: device.oneSender(), clock: Date.now,
    schedule: (task, ms) => { const t = setTimeout(task, ms); return () => clearTimeout(t); },
    uuid: () => crypto.randomUUID ? crypto.randomUUID()
      : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16)),
    async send(a) {
      const r = await fetch((a.base || `/skills/${a.session}/`) + a.position, {
        method: "POST", credentials: "same-origin", redirect: "manual", keepalive: true,
        headers: a.holder ? { "X-Queue": "1", "X-Holder": a.holder } : { "X-Queue": "1" },
        body: new URLSearchParams({ ...a.fields, client: a.client, seq: a.seq, focus: a.focus, ago: Math.max(0, Date.now() - a.at), _csrf: csrf.content })
      });
      return { status: r.status, redirected: r.type === "opaqueredirect" };
    },
    async renew() {
      const page = await (await fetch(location.href, { credentials: "same-origin" })).text();
      csrf.content = new DOMParser().parseFromString(page, "text/html").querySelector("meta[name=csrf]").content;
    },
    on: (event, detail) => happened[event]?.(detail)
  });

  /* Somebody else on this device: sees nothing of the one before, whose waiting answers are sent for nobody else. */
  if (device.changedHands(holder)) {
    device.given.dropAll();
    await device.dropPages().catch(() => {});
  }
  await queue.adopt(store.old());
  queue.tidy();
  addEventListener("online", queue.flush);
  addEventListener("focus", queue.flush);
  addEventListener("pageshow", e => { if (e.persisted) queue.flush(); });
  all("form[data-forget]").forEach(f => f.addEventListener("submit", async e => {
    e.preventDefault();
    await queue.clear(a => a.session === f.dataset.forget);
    device.given.drop(f.dataset.forget);
    await device.dropPages(path => path.includes(f.dataset.forget)).catch(() => {});
    f.submit();
  }));

  let ended = false, session = "", given = {}, remember = () => {}, keep = () => {}, offline = () => {}, moved = () => {}, leave = () => {};
  if (!questions) {
    if (device.keepsPages()) navigator.serviceWorker.register("/sw.js").catch(() => {});
    if ((await queue.waiting()).length) { ended = true; leave = () => location.reload(); queue.flush(); }
    return;
  }

  /* the questions */
  const { base, kind, end: result } = questions.dataset;
  session = questions.dataset.session;
  const items = [null, ...all("[data-item]", $("#items").content).map(e => ({
    given: e.dataset.given ? Object.fromEntries(new URLSearchParams(e.dataset.given)) : null,
    scene: e.dataset.scene, alt: e.dataset.alt, text: $("b", e)?.textContent, options: all("i", e).map(o => o.textContent)
  }))];
  const total = items.length - 1, lefts = all("i", $("#lefts").content).map(e => e.textContent);
  const form = $("form", stage), heading = $(".say", stage), eyebrow = $(".eyebrow", stage), picture = $(".scene", stage),
    inputs = all("input[type=radio]", form), smalls = all(".tile small", form), rows = all(".bw tbody th", form),
    skips = all("[name=skip]", form), undo = $("[name=undo]", form), round = $("details", form), track = all(".track i", stage),
    said = $("#said"), left = $(".top .num"), terug = $(".top a"), wait = $("#wait");
  let at = Math.min(total, Math.max(1, parseInt(location.pathname.split("/").pop(), 10) || 1)), shownAt = 0, turn = 0, chosen = -1, pointed = false, inView = 0, since = 0, draft = {};

  /* What was answered since the page was drawn; a page that was kept knows only what was before. */
  let known = device.given.read(session);
  if (!known.pages.includes(questions.dataset.page)) known = { pages: [questions.dataset.page], given: {}, draft: known.draft };
  for (let p = 1; p <= total; p++) given[p] = p in known.given ? known.given[p] : items[p].given;
  const waits = await queue.waiting(session);
  waits.forEach(a => { given[a.position] = a.fields.undo ? null : a.fields; });
  remember = (p = at) => {
    const now = device.given.read(session); /* another page of the same session may have answered */
    known = { pages: [...new Set([...known.pages, ...now.pages])].slice(-6), given: { ...now.given, ...known.given, [p]: given[p] }, draft: { at, ...draft } };
    device.given.write(session, known);
  };
  device.given.write(session, known);
  const unanswered = () => Object.keys(given).map(Number).filter(p => !given[p]);

  const clock = on => { if (on && !since) since = performance.now(); else if (!on && since) { inView += performance.now() - since; since = 0; } };
  const looked = () => clock(!document.hidden && document.hasFocus());
  addEventListener("visibilitychange", looked);
  addEventListener("focus", looked);
  addEventListener("blur", () => clock(false));

  /* Drawings of the next few, ready to be put in place. */
  const drawn = new Map();
  function draw(position) {
    const item = items[position];
    if (!item?.scene) return null;
    let image = drawn.get(position);
    if (!image) {
      image = new Image(400, 240);
      image.src = item.scene; image.alt = item.alt || "";
      image.decode?.().catch(() => drawn.delete(position)); /* asked for again later */
      drawn.set(position, image);
    }
    return image;
  }
  const ahead = () => { const open = unanswered().filter(p => p > at).slice(0, AHEAD); [at - 1, ...open].forEach(draw); };

  function mark() {
    const now = kind === "choice" ? draft : given[at] || {};
    inputs.forEach(i => { i.checked = now[i.name] === i.value; });
    skips.forEach(b => b.setAttribute("aria-pressed", String(given[at]?.skip === b.value)));
    round.open = !!given[at]?.skip;
    undo.hidden = !given[at] && !(kind === "choice" && (draft.best || draft.worst));
  }
  moved = () => { shownAt = Math.max(shownAt, performance.now() - GUARD_MS / 2); }; /* a note pushes the answers down: no tap meant for another */
  function show(position, push) {
    if ($(".on", net)) net.replaceChildren();
    at = position; ended = false; turn++; shownAt = performance.now(); inView = 0; since = 0; looked();
    const item = items[at];
    if (form.hidden) { wait.hidden = true; wait.replaceChildren(); form.hidden = false; }
    form.action = base + at; form.client.value = "";
    stage.classList.remove("bykeys");
    $(".errors", stage)?.remove();
    eyebrow.textContent = questions.dataset.eyebrow.replace("#", at);
    if (kind !== "choice") heading.textContent = item.text;
    item.options.forEach((text, n) => {
      if (kind === "choice") { rows[n].textContent = text; all("input", rows[n].parentNode).forEach(i => i.setAttribute("aria-label", i.dataset.label.replace("#", text))); }
      else if (smalls[n]) { smalls[n].textContent = text; smalls[n].hidden = !text; }
    });
    if (picture) { picture.replaceChildren(draw(at) || ""); picture.parentNode.classList.toggle("words", !item.scene); }
    draft = kind === "choice" && given[at]?.best ? { ...given[at] } : {};
    if (said) said.textContent = said.dataset.first;
    mark();
    track.forEach((i, n) => { i.className = n + 1 === at ? "now" : given[n + 1] ? "on" : ""; });
    left.textContent = lefts[unanswered().length];
    press(null);
    if (talking) speechSynthesis.cancel();
    heading.focus({ preventScroll: true });
    if (scrollY) scrollTo(0, 0);
    rest?.();
    const here = at;
    rest = () => { /* what need not be there at once */
      rest = null;
      if (push) history.pushState(null, "", base + here);
      document.title = questions.dataset.title.replace("#", here);
      terug.href = here > 1 ? base + (here - 1) : "/next";
      all(".lang a").forEach(a => { a.search = "lang=" + a.lang; a.pathname = base + here; });
      ahead();
    };
    setTimeout(() => rest?.(), AFTER_MS);
  }
  let rest = null, talking = false, pressed = null;
  /* A finger sees at once which answer it is on; lifted, the next question is there. */
  function press(label) { pressed?.classList.remove("pressed"); pressed = label; label?.classList.add("pressed"); }

  function answer(fields) {
    clock(false);
    chosen = turn;
    given[at] = fields.undo ? null : fields;
    queue.add({ session, base, position: at, fields, focus: Math.round(inView) });
    draft = {};
    remember();
    if (fields.undo) { show(at, false); keep(); return; }
    const open = unanswered(), to = open.find(p => p > at) || open[0];
    if (!to) setTimeout(end, LOOK_MS);
    else if (pressed) show(to, true);
    else setTimeout(show, LOOK_MS, to, true);
  }
  async function end() {
    ended = true;
    form.hidden = true; wait.hidden = false;
    wait.replaceChildren($("#all-given").content.cloneNode(true));
    track.forEach(i => { i.className = "on"; });
    left.textContent = lefts[0];
    if (net.childElementCount) wait.dataset.off = ""; else delete wait.dataset.off;
    $(".say", wait).focus({ preventScroll: true });
    queue.flush();
  }
  leave = async () => {
    leave = () => {};
    device.given.drop(session);
    await device.dropPages(path => path === base).catch(() => {});
    location.replace(result);
  };
  const back = () => { if (at > 1) show(at - 1, true); else location.href = terug.href; };

  /* most and least: two taps; the same row for both moves the first away */
  function pick(which, value, go) {
    const other = which === "best" ? "worst" : "best";
    if (draft[which] === value && !(draft[other] && go)) delete draft[which];
    else {
      const moved = draft[other] === value;
      if (moved) delete draft[other];
      draft[which] = value;
      if (draft.best && draft.worst && go) { mark(); answer({ best: draft.best, worst: draft.worst }); return; }
      said.textContent = moved ? said.dataset[other + "Gone"] : draft.best && draft.worst ? said.dataset.first : said.dataset[other];
    }
    press(null); mark(); remember();
  }
  const choose = input => {
    if (kind === "choice") pick(input.name, input.value, true);
    else { input.checked = true; answer({ value: input.value }); }
  };
  /** Enter, or the button: what is chosen now. */
  function save() {
    if (chosen === turn) return;
    if (kind === "choice") {
      if (draft.best && draft.worst) answer({ best: draft.best, worst: draft.worst });
      else said.textContent = said.dataset[draft.best ? "worst" : draft.worst ? "best" : "first"];
      return;
    }
    const input = inputs.find(i => i.checked);
    if (input) answer({ value: input.value });
  }

  document.body.classList.add("quick");
  const tooSoon = e => e.detail > 1 || performance.now() - shownAt < GUARD_MS || chosen === turn;
  stage.addEventListener("click", e => {
    const button = e.target.closest("button");
    if (button?.classList.contains("aloud")) { speak(); return; }
    if (button?.name === "skip" || button?.name === "undo") {
      e.preventDefault();
      if (tooSoon(e)) return;
      if (button.name === "undo" && !given[at]) { draft = {}; said.textContent = said.dataset.first; mark(); remember(); heading.focus(); }
      else answer({ [button.name]: button.value });
      return;
    }
    const label = e.target.closest("label");
    if (!label) return;
    if (e.target.tagName !== "INPUT") { if (tooSoon(e)) e.preventDefault(); return; } /* the label clicks its input next */
    /* Keys click too, without a pointer: they only choose, Enter saves. */
    if (e.detail === 0 && !pointed) {
      stage.classList.add("bykeys");
      if (kind === "choice") setTimeout(pick, 0, e.target.name, e.target.value, false);
      return;
    }
    pointed = false;
    if (tooSoon(e)) { e.preventDefault(); return; }
    if (kind === "choice") setTimeout(choose, 0, e.target); /* once the browser has set the circle */
    else choose(e.target);
  });
  stage.addEventListener("pointerdown", e => { const label = e.target.closest("label"); pointed = !!label; if (!tooSoon(e)) press(label); });
  stage.addEventListener("pointercancel", () => press(null)); /* it became scrolling */
  form.addEventListener("submit", e => { e.preventDefault(); save(); });

  addEventListener("keydown", e => {
    const here = document.activeElement;
    if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || form.hidden || !(here === document.body || stage.contains(here))) return;
    if (/^[1-5]$/.test(e.key) && e.key <= (kind === "choice" ? rows.length : 5)) {
      e.preventDefault();
      if (chosen === turn) return;
      if (kind !== "choice") choose(inputs[e.key - 1]);
      else pick(draft.best && !given[at] || draft.best && !draft.worst ? "worst" : "best", String(e.key - 1), true);
    } else if (e.key === "Backspace") { e.preventDefault(); back(); }
    else if (e.key === "Enter" && (here === heading || here.type === "radio")) { e.preventDefault(); save(); }
    else if (e.key.startsWith("Arrow")) arrows(e, here);
  });
  function arrows(e, here) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (here.type !== "radio") {
      if (!step) return;
      e.preventDefault();
      stage.classList.add("bykeys");
      const name = kind === "choice" ? "best" : "value", group = inputs.filter(i => i.name === name);
      (group.find(i => i.checked) || group.at(step > 0 ? 0 : -1)).focus();
    } else if (kind === "choice") {
      e.preventDefault();
      stage.classList.add("bykeys");
      if (!step) { inputs.find(i => i.value === here.value && i.name !== here.name).focus(); return; }
      const other = draft[here.name === "best" ? "worst" : "best"], group = inputs.filter(i => i.name === here.name);
      let n = group.indexOf(here);
      do n = (n + step + group.length) % group.length; while (group[n].value === other);
      group[n].focus();
      draft[here.name] = group[n].value;
      said.textContent = draft.best && draft.worst ? said.dataset.enter : said.dataset[here.name === "best" ? "worst" : "best"];
      mark(); remember();
    }
  }
  terug.addEventListener("click", e => { if (at > 1 || ended) { e.preventDefault(); if (ended) show(at, false); else back(); } });
  addEventListener("popstate", () => { const p = +location.pathname.split("/").pop(); if (p >= 1 && p <= total) show(p, false); });

  /* read aloud, where the device has a voice for the language */
  const voice = () => {
    const mine = (window.speechSynthesis?.getVoices() || []).filter(v => v.lang.toLowerCase().startsWith(questions.dataset.lang));
    return mine.find(v => v.localService) || mine[0];
  };
  const aloud = () => { $(".aloud", stage).hidden = !voice(); };
  function speak() {
    speechSynthesis.cancel();
    const words = [heading, ...all(kind === "choice" ? ".bw tbody th" : ".tile span", form)].map(e => e.textContent.trim().replace(/\s+/g, " ")).join(". ");
    const u = new SpeechSynthesisUtterance(words); u.voice = voice(); u.lang = u.voice.lang; talking = true; speechSynthesis.speak(u);
  }
  window.speechSynthesis?.addEventListener?.("voiceschanged", aloud);

  /* the whole questionnaire without a connection, where the browser lets us; only while it is not finished */
  offline = off => all(".lang").forEach(n => { n.hidden = off; });
  let keeping = false, fresh = false;
  keep = async () => {
    if (!device.keepsPages() || keeping || fresh || !unanswered().length) return;
    keeping = true;
    try {
      await navigator.serviceWorker.register("/sw.js");
      const files = [...all("link[rel=stylesheet], link[rel=icon], link[rel=preload]").map(e => e.href), ...all("script[src]").map(e => e.src),
        line.dataset.queue, line.dataset.device, ...line.dataset.files.split(" ")];
      const page = /data-page="([^"]+)"/.exec(await device.keepPage(base, base + at, files, items.slice(1).map(i => i.scene).filter(Boolean)))?.[1];
      if (!page) throw new Error("not this page");
      known.pages.push(page); remember();
      await navigator.serviceWorker.ready;
      safe = fresh = true;
    } catch { /* once there is a connection again; what was kept before is still there */ }
    keeping = false;
  };

  const faulty = $(".errors", stage), half = known.draft?.at === at && !given[at] && kind === "choice" ? known.draft : {};
  if (!unanswered().length && waits.length) end();
  else {
    if (!faulty) show(at, false);
    if (location.search) history.replaceState(null, "", base + at);
    shownAt = -GUARD_MS;
    if (half.best || half.worst) { draft = { best: half.best, worst: half.worst }; mark(); said.textContent = said.dataset[half.best ? "worst" : "best"]; }
  }
  aloud();
  safe = await device.isKept(base);
  if (waits.length || (await queue.waiting()).length) queue.flush();
  if (!unanswered().length && !waits.length) device.dropPages(path => path === base).catch(() => {});
  if (document.readyState === "complete") keep(); else addEventListener("load", keep);
})();
