// Starts the page, and keeps what must outlive it. It is a file of its own because the content security policy allows
// no script inside the page, and it is JavaScript because it must still work when WebAssembly does not run.

const box = document.getElementById("failure");
let started = false;

// The build names every town in the page. One of them is loaded, the others wait until somebody chooses them.
const towns = [...document.querySelectorAll("meta[name=town]")];
const asked = new URLSearchParams(location.search);
// Light and dark follow the system unless the address says otherwise; the projector's theme is for a wall in a hall.
const theme = asked.get("theme");
if (["light", "dark", "projector"].includes(theme)) document.documentElement.dataset.theme = theme;
// Where it begins; a fragment says more.
const view = asked.get("view");
if (view && !location.hash && /^[a-z0-9-]+$/.test(view)) history.replaceState(history.state, "", `#${view}`);
// A device that passes from one visitor to the next keeps nothing, and goes back to where it began: see src/outside.js.
const isKiosk = asked.get("mode") === "kiosk";
if (isKiosk) history.replaceState({ kiosk: history.state?.kiosk ?? location.search }, "");
// Who leads a group shows the page to a room: in the letters of the projector, in any colours.
if (asked.get("mode") === "moderation") document.documentElement.dataset.mode = "moderation";
const town = towns.find(({ content }) => content === asked.get("town")) ?? towns[0];

// --- The present draft. It lies in the state object of the session history, which survives reload and Back and is
// none of the browser's stores. Each town has its own place there; those of other towns stay as they are.

const DRAFT = `zukunftshaushalt/draft/${town.content}`;
/** The browsers allow a page about three such writings a second. */
const PAUSE = 400;
/**
 * The draft as a scenario file, empty for the plan; whether it is saved nowhere else; and when it was last changed. For a room
 * that gathers drafts, also what makes the marks of those that are shown here differ from all others', over a reload too.
 */
let draft = written() ?? { text: "", isUnsaved: false, at: 0 };
if (asked.has("room")) draft.seed ??= [...crypto.getRandomValues(new Uint32Array(4))].join(".");
let waiting;

function written() {
  const it = history.state?.[DRAFT];
  return typeof it?.text === "string" && typeof it.at === "number" ? it : null;
}

function change(part) {
  if (Object.keys(part).every((name) => part[name] === draft[name])) return;
  // A clock that is set back must not make a draft older than the one before.
  draft = { ...draft, ...part, at: Math.max(Date.now(), draft.at + 1) };
  dispatchEvent(new CustomEvent("zukunftshaushalt:draft", { detail: draft.text }));
  if (waiting) return;
  waiting = setTimeout(write, PAUSE);
  // Once the page is being hidden for a reload, it is too late.
  addEventListener("beforeunload", write);
}

function keep(text) {
  change({ text });
}

function write() {
  clearTimeout(waiting);
  waiting = undefined;
  removeEventListener("beforeunload", write);
  if (draft.at > (written()?.at ?? 0)) remember({ [DRAFT]: draft, failed: false });
}

function remember(change) {
  if (isKiosk) return;
  try {
    history.replaceState({ ...history.state, ...change }, "");
  } catch (error) {
    // Too large or too often for this browser. The next change tries again; the question on leaving stands anyway.
    console.warn(error);
  }
}

/** Every fragment has an entry of its own in the history; the newest draft goes with the person into each of them. */
function arrive() {
  // Newer than this page only if it was left, changed further on, and jumped back over: it opens with that.
  if ((written()?.at ?? 0) > draft.at) question(false), location.reload();
  else write();
}

for (const event of ["popstate", "hashchange"]) addEventListener(event, arrive);
addEventListener("pagehide", write);
document.addEventListener("visibilitychange", () => document.hidden && write());

/** While something is unsaved the browser asks before it lets the page go: a closed tab takes its history with it. */
function guard(isUnsaved) {
  change({ isUnsaved });
  question(isUnsaved);
}

function question(isOn) {
  (isOn && !isKiosk ? addEventListener : removeEventListener)("beforeunload", ask);
}

function ask(event) {
  write();
  event.preventDefault();
}

/** Loads the page anew; without a question where the draft comes with it. */
function reload() {
  write();
  if (draft.at === (written()?.at ?? 0)) question(false);
  location.reload();
}

/**
 * Goes to another town once its page and its file are there: an error page of the browser would take the place of the
 * draft. Whether the draft may be left has been asked before.
 */
async function visit(address, id, missing) {
  try {
    const more = { signal: AbortSignal.timeout(PATIENCE) };
    const page = new DOMParser().parseFromString(await (await load(address, {}, more)).text(), "text/html");
    const { dataset } = page.querySelector(`meta[name=town][content="${CSS.escape(id)}"]`);
    await load(dataset.file, dataset, more);
  } catch (reason) {
    console.warn(reason);
    return missing();
  }
  write();
  question(false);
  location.assign(address);
}

// --- Failures. The box lies above everything, also above an open dialog, and needs nothing of the module any more.

let fileName = `zukunftshaushalt-${town.content}.json`;

/** Says in the language of the page what the box says: heading, text, and the name of its button for the draft. */
function describe(name, ...words) {
  fileName = name;
  ["h2", "p", "#rescue"].forEach((part, at) => (box.querySelector(part).textContent = words[at]));
  // The other language is for those whose page has not begun yet.
  box.querySelector("p[lang]").hidden = true;
}

function fail(reason) {
  if (box.open) return;
  console.error(reason);
  box.querySelector("#rescue").hidden = !draft.text;
  if (!started) box.querySelector("pre").textContent = reason?.message ?? reason;
  document.getElementById("app").inert = true;
  box.showModal();
}

/** The end of the module. A draft with which it ends twice without a change between is not opened a third time. */
function end(reason) {
  if (box.open) return;
  write();
  if (history.state?.failed) {
    remember({ [DRAFT]: undefined });
    draft = { ...draft, at: 0 };
  } else {
    remember({ failed: true });
  }
  fail(reason);
}

/** After the start only the end of the WebAssembly module is fatal; a stray script error is not. */
function failed(reason) {
  if (isEnd(reason)) end(reason);
  else if (!started) fail(reason);
}

function isEnd(reason) {
  if (typeof WebAssembly !== "object") return false;
  // A stack that is used up within the module is told as an error of the script.
  return reason instanceof WebAssembly.RuntimeError || (/Range|Internal/.test(reason?.name) && /wasm/.test(reason.stack));
}

addEventListener("error", ({ error }) => failed(error));
addEventListener("unhandledrejection", ({ reason }) => failed(reason));
box.addEventListener("cancel", (event) => event.preventDefault());
// A browser that does not know `closedby` closes a dialog at the second Escape whatever the page says.
const again = () => box.showModal();
box.addEventListener("close", again);
// Keys pressed here are no business of the page any more.
box.addEventListener("keydown", (event) => event.stopPropagation());
box.querySelector("#reload").addEventListener("click", reload);
box.querySelector("#rescue").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([draft.text], { type: "application/json" }));
  link.download = fileName;
  link.click();
});

// --- The start. The page names its files with their checksums; see the build in xtask/src/assets.rs.

/** A file that is not there by then is named in the box. The page still opens when it comes. */
const PATIENCE = 30_000;

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  // It shows one town in the first language, from its beginning; whoever is on the way elsewhere waits for that.
  const isElsewhere = asked.has("town") || asked.has("lang") || !["", "#auftakt"].includes(location.hash);
  if (isElsewhere) document.querySelector(".first").remove();
  const style = document.querySelector("link[rel=preload][as=style]");
  const glue = document.querySelector("link[rel=modulepreload]");
  const module = document.querySelector("link[rel=preload][as=fetch]");
  const dressed = apply(style);
  const arrived = named(town.dataset.file, load(town.dataset.file, town.dataset).then((town) => town.arrayBuffer()));
  Promise.all([arrived, dressed]).then(() => requestAnimationFrame(() => setTimeout(expect)), () => {});
  const [{ default: init, open }, response, packed] = await Promise.all([
    named(glue.href, import(glue.href)),
    named(module.href, load(module.href, module.dataset)),
    arrived,
    named(style.href, dressed),
  ]);
  await init({ module_or_path: response });
  await open(new Uint8Array(packed), { draft: draft.text, isUnsaved: draft.isUnsaved !== false, seed: draft.seed ?? "", keep, describe, guard, visit, renew, end, texts });
  // The app has filled its place in the same task, so the change is never seen half done.
  document.querySelector("[data-placeholder]")?.remove();
  started = true;
  if (history.state?.renewed) remember({ renewed: false });
  // A file that came late after all. The box hears of its end a turn later, and must not come back then.
  if (box.open) {
    box.removeEventListener("close", again);
    box.addEventListener("close", () => box.addEventListener("close", again), { once: true });
    box.close();
  }
  document.getElementById("app").inert = false;
}

/** A script for what lies around the page. */
async function around(name) {
  const meta = document.querySelector(`meta[name=${name}]`);
  const [src, integrity] = [meta.content, meta.getAttribute("integrity")];
  await new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src, integrity, onload, onerror }));
  });
  return import(new URL(src, location));
}

/** Says which file it is that does not come, or with which something is wrong. */
async function named(address, coming) {
  const file = new URL(address, location).pathname.split("/").at(-1);
  const late = setTimeout(() => fail(new Error(`${file}: no answer within ${PATIENCE / 1000} seconds`)), PATIENCE);
  try {
    return await coming;
  } catch (cause) {
    throw Object.assign(new Error(`${file}: ${cause.message}`, { cause }), { file });
  } finally {
    clearTimeout(late);
  }
}

async function load(address, { integrity }, more) {
  const get = (how) => fetch(address, { integrity, ...how, ...more });
  const response = await get().catch(async () => {
    // Once more, past a cache that may hold something else.
    await new Promise((done) => setTimeout(done, 1000));
    return get({ cache: "reload" });
  });
  if (!response.ok) throw new Error(response.status);
  return response;
}

function apply({ href, integrity }) {
  return new Promise((done, refuse) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, integrity });
    link.onload = done;
    link.onerror = () => refuse(new Error("not there, or changed on the way"));
    document.head.append(link);
  });
}

/**
 * What every visit needs late is on its way while the module begins, which then finds it here: after the first picture,
 * and behind the town, which on a slow line comes just before the module, so that it does not delay it.
 */
function expect() {
  // It asks by itself by now.
  if (started) return;
  const { content: href } = document.querySelector("meta[name=soon]");
  const more = { rel: "preload", as: "fetch", crossOrigin: "anonymous", fetchPriority: "low", href };
  document.head.append(Object.assign(document.createElement("link"), more));
}

/** Texts of the town that come later, by the name of their part. */
async function texts(part) {
  const { [`${part}File`]: file, [`${part}Integrity`]: integrity } = town.dataset;
  const response = await load(file, { integrity }, { signal: AbortSignal.timeout(PATIENCE) });
  return new Uint8Array(await response.arrayBuffer());
}

/** Whether the page of today has other files. */
async function isReplaced(file) {
  const page = await fetch(location.href, { cache: "reload" }).then((it) => (it.ok ? it.text() : ""), () => "");
  return page !== "" && !page.includes(file);
}

/** A late part does not come: where it never will, because its page is one of yesterday, that of today is loaded. */
let renewal;
function renew() {
  // Several parts may be missing at once.
  renewal ??= isReplaced(document.querySelector("link[rel=modulepreload]").getAttribute("href"))
    .then((it) => it && reload())
    .finally(() => (renewal = undefined));
}

/** After a deployment an old page asks for files that are gone: the page of today is loaded in its place, once. */
async function isRenewed(file) {
  if (!file || history.state?.renewed) return false;
  if (!(await isReplaced(file))) return false;
  remember({ renewed: true });
  if (!history.state?.renewed) return false;
  location.reload();
  return true;
}

/** A slow line has the late parts to carry first. */
const CALM = 4000;

// The page works without it, but a device for many visitors must not.
if (location.search || parent !== window) around("outside").then((it) => isKiosk && it.kiosk()).catch(isKiosk ? fail : console.warn);
start().then(
  () => parent === window && setTimeout(() => around("offline").then((it) => it.offline(reload)).catch(console.warn), CALM),
  async (reason) => (await isRenewed(reason?.file)) || failed(reason),
);
