// What lies around the page: the parameters of its address, the page that shows it in a frame, and a device that passes from
// one visitor to the next. It comes where the address or a frame asks for something, and it is JavaScript because a device
// must be emptied for the next visitor also when WebAssembly has ended.

/** In both languages; the build puts them in from src/text/outside/. */
const WORDS = "outside-words";
const words = () => WORDS[document.documentElement.lang.startsWith("en") ? "en" : "de"];
const root = document.documentElement;
const asked = new URLSearchParams(location.search);

// --- Parameters. What nobody knows does nothing, and is named for those who wrote it.

/** What can be taken away: the ways that a snippet should not offer. Town, undo and the way out of a frame always stay. */
const PARTS = {
  bench: ':is(a[href="#werkbank"], a[href="#verstehen"], a[href="#vergleichen"], a[href="#ratsanlage"])',
  save: ".btn.save",
  lang: ".lang-of",
  towns: ".foot-note .tlink",
  easy: 'a[href^="#leicht"]',
};
const KNOWN = {
  town: (it) => Boolean(document.querySelector(`meta[name=town][content="${CSS.escape(it)}"]`)),
  lang: (it) => ["de", "en", "ls"].includes(it),
  theme: (it) => ["light", "dark", "projector"].includes(it),
  mode: (it) => ["kiosk", "moderation"].includes(it),
  view: (it) => /^[a-z0-9-]+$/.test(it),
  hide: (it) => it.split(",").every((part) => part in PARTS),
  accent: (it) => /^#?[0-9a-f]{6}$/i.test(it),
  idle: (it) => seconds(it) > 0,
  h: (it) => /^[1-4]$/.test(it),
  room: (it) => /^[0-9a-z]{1,8}$/i.test(it),
  print: (it) => it === "1",
};
for (const [name, value] of asked) {
  if (!KNOWN[name]?.(value)) console.info(`?${name}=${value} is not known here; known are ${Object.keys(KNOWN).join(", ")}`);
}
const value = (name) => (asked.has(name) && KNOWN[name](asked.get(name)) ? asked.get(name) : undefined);

/** Rules of this file; a style sheet of its own would be one more file to come. */
function dress(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const hidden = value("hide")?.split(",").map((part) => PARTS[part]);
if (hidden) dress(`${hidden.join()} { display: none !important; }`);

// --- A colour of the town's own, as far as it can be read.

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
const hex = (rgb) => `#${rgb.map((it) => Math.round(it).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance, WCAG 2.2. */
function luminance(colour) {
  const [r, g, b] = channels(colour).map((it) => {
    const part = it / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const mixed = (a, b, part) => hex(channels(a).map((it, at) => it + (channels(b)[at] - it) * part));

/** Text must be read on all grounds: 4.5 to 1 (WCAG 1.4.3). The colour is led towards a pole until it is. */
function readable(colour, grounds, pole) {
  let [found, part] = [colour, 0];
  while (grounds.some((ground) => contrast(found, ground) < 4.5) && part < 1) found = mixed(colour, pole, (part += 0.05));
  return found;
}

/** Paper, sheet and soft ground of each theme, as style/tokens.css has them; the soft one is mixed anew. */
export function tinted(colour) {
  const theme = (paper, sheet, pole, softness) => {
    const soft = mixed(sheet, colour, softness);
    const accent = readable(colour, [paper, sheet, soft], pole);
    return { accent, soft, on: contrast(accent, "#ffffff") >= contrast(accent, "#0b1517") ? "#ffffff" : "#0b1517", band: mixed(sheet, accent, 0.25), edge: mixed(sheet, accent, 0.75) };
  };
  return { light: theme("#f4f5f1", "#ffffff", "#000000", 0.12), dark: theme("#131718", "#1d2224", "#ffffff", 0.18) };
}

const accent = value("accent")?.replace(/^#?/, "#").toLowerCase();
if (accent) {
  const { light, dark } = tinted(accent);
  const both = (part) => `light-dark(${light[part]}, ${dark[part]})`;
  // Not for the projector, print and forced colours, which have reasons of their own for theirs.
  dress(`@media screen and (forced-colors: none) { :root:not([data-theme=projector]) {
    --accent: ${both("accent")}; --on-accent: ${both("on")}; --accent-soft: ${both("soft")}; --band: ${both("band")}; --band-edge: ${both("edge")}; } }`);
  const changed = [light, dark].filter((it) => it.accent !== accent).map((it) => it.accent);
  if (changed.length) console.info(`?accent=${accent.slice(1)}: too little contrast (4.5 to 1); shown as ${changed.join(" and ")}`);
}

// --- Headings begin lower where the page around the frame has headings of its own.

const lower = Number(value("h") ?? 1) - 1;
if (lower) {
  const level = () => {
    for (const it of document.querySelectorAll("h1, h2, h3, h4, h5")) {
      const wanted = String(Math.min(Number(it.localName[1]) + lower, 6));
      if (it.ariaLevel !== wanted) it.ariaLevel = wanted;
    }
  };
  new MutationObserver(level).observe(document.getElementById("app"), { childList: true, subtree: true });
  level();
}

/** The text for websites is no business of those who are in one already, nor of a visitor in a foyer. */
const EMBED = 'a[href="#einbetten"]';

// --- In a frame. The messages are described in the README; they go only to pages whose origin the build was told.

const PROTOCOL = 1;
const framed = window.parent !== window;
const hosts = [location.origin, ...document.querySelector("meta[name=hosts]").content.split(" ").filter(Boolean)];
let host;

function tell(type, more) {
  if (host) window.parent.postMessage({ type: `zukunftshaushalt:${type}`, v: PROTOCOL, ...more }, host);
}

/** Of the content, not of the window, or each would follow the other. */
const height = () => Math.ceil(document.body.getBoundingClientRect().bottom + scrollY);
let told = 0;
function measure() {
  const px = height();
  if (Math.abs(px - told) > 1) tell("height", { px: (told = px) });
}

/** What nobody has taken yet: the page listens later than this script, and to some things only once it needs them. */
let untaken = [];
const HEARS = "zukunftshaushalt:hears";

/** Hands a text on to the page, which says that it took it by preventing what else would be done. */
function hand(name, detail) {
  const it = new CustomEvent(name, { detail, cancelable: true });
  if (dispatchEvent(it)) untaken.push([name, detail]);
}

addEventListener(HEARS, ({ detail }) => {
  const late = untaken.filter(([name]) => name === detail);
  untaken = untaken.filter(([name]) => name !== detail);
  late.forEach((it) => hand(...it));
});

const MESSAGES = {
  hello() {
    tell("ready", { town: document.querySelector("meta[name=town]").content, lang: root.lang });
    told = 0;
    measure();
  },
  language: ({ lang }) => hand("zukunftshaushalt:language", String(lang)),
  // It opens as a shared draft, which never touches the visitor's own.
  load({ code }) {
    if (/^[\w.-]{1,200}$/.test(code)) location.hash = `s=${code}`;
  },
  // Drafts that others handed to the page around, for a room that gathers here.
  gather: ({ text }) => hand("zukunftshaushalt:gather", String(text)),
  // Nothing is handed over before the visitor says so there.
  ask: () => (location.hash = "teilen"),
};

if (framed) {
  root.dataset.framed = "";
  addEventListener("message", ({ source, origin, data }) => {
    const kind = typeof data?.type === "string" && data.type.startsWith("zukunftshaushalt:") && data.type.slice(17);
    if (source !== window.parent || !hosts.includes(origin) || data.v !== PROTOCOL || !Object.hasOwn(MESSAGES, kind)) return;
    host = origin;
    root.dataset.host = origin;
    MESSAGES[kind](data);
  });
  let waiting;
  new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(measure, 50);
  }).observe(document.body);
  addEventListener("zukunftshaushalt:draft", ({ detail }) => tell("changed", { touched: detail !== "" }));
  addEventListener("zukunftshaushalt:hand-over", ({ detail }) => tell("draft", JSON.parse(detail)));
  // As high as the window, the page and the window would follow each other without end.
  dress(`main { min-height: 0 !important; } ${EMBED} { display: none !important; }`);
}

// --- A device that passes from one visitor to the next (Kiosk).

const OWN = "zukunftshaushalt";
/** The warning stands at least so long, seconds (WCAG 2.2.1). */
const WARNING = 30;
function seconds(text) {
  const it = Number(text);
  return Number.isInteger(it) && it >= 10 && it <= 3600 ? it : 0;
}

/** Nothing of a visitor stays: stores, history, fragment, language, and what the module holds. `home` is where it began. */
function wipe(home) {
  for (const store of ["localStorage", "sessionStorage"]) {
    try {
      Object.keys(window[store]).filter((key) => key.startsWith(OWN)).forEach((key) => window[store].removeItem(key));
    } catch (error) {
      console.warn(error);
    }
  }
  history.replaceState({ kiosk: home }, "", location.pathname + home);
  location.reload();
}

export function kiosk() {
  const idle = seconds(asked.get("idle")) || 120;
  root.dataset.mode = "kiosk";
  // Every fragment is an entry of its own, also in the place of another one.
  const home = history.state?.kiosk ?? location.search;
  addEventListener("hashchange", () => history.replaceState({ kiosk: home }, ""));
  history.scrollRestoration = "manual";
  // Another town is where the next visitor would begin.
  dress(`.away${value("print") ? ":not(.print)" : ""}, ${EMBED}, ${PARTS.towns} { display: none !important; }`);
  // A link that leads out of the page is a text here; nobody could come back.
  const bind = () => document.querySelectorAll("a[href]").forEach((it) => {
    if (it.origin !== location.origin || it.pathname !== location.pathname) it.removeAttribute("href");
  });
  new MutationObserver(bind).observe(document.body, { childList: true, subtree: true, attributeFilter: ["href"] });
  bind();
  // Every way replaces the one before, so there is none back to what another visitor saw.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(link.href);
  });
  const dialog = Object.assign(document.createElement("dialog"), { className: "sheet kiosk" });
  const part = (name) => dialog.appendChild(document.createElement(name));
  const [heading, text, count, button] = ["h2", "p", "p", "button"].map(part);
  dialog.setAttribute("role", "alertdialog");
  heading.id = "h-kiosk";
  dialog.setAttribute("aria-labelledby", "h-kiosk");
  Object.assign(button, { type: "button", className: "btn main big" });
  const live = dialog.appendChild(Object.assign(document.createElement("p"), { className: "vh" }));
  live.setAttribute("role", "status");
  document.body.append(dialog);
  let [left, timer] = [0, undefined];
  const second = () => {
    count.textContent = words().left.replace("{}", left);
    if (left === WARNING || left === 10) live.textContent = count.textContent;
    if (left <= 0) return wipe(home);
    left -= 1;
    timer = setTimeout(second, 1000);
  };
  const warn = () => {
    [heading, text, button].forEach((it, at) => (it.textContent = [words().idle, words().idleNote, words().stay][at]));
    left = WARNING;
    // The box of the last resort lies above everything; the time runs behind it all the same.
    if (!document.getElementById("failure").open) dialog.showModal();
    second();
  };
  const awake = () => {
    clearTimeout(timer);
    if (dialog.open) dialog.close();
    timer = setTimeout(warn, idle * 1000);
  };
  for (const event of ["pointerdown", "keydown", "wheel", "touchstart", "input"]) addEventListener(event, awake, { capture: true, passive: true });
  // Whoever extends by touching the button touches nothing that lay behind it.
  button.addEventListener("click", awake);
  dialog.addEventListener("cancel", awake);
}
