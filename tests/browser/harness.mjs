/**
 * What the browser tests share. `cargo xtask test --only browser` runs them.
 *
 *   const site = await openSite();                       a server for dist/ and a browser
 *   const { page, seen } = await site.openPage(options); a fresh context, the page, and what happened in it
 *   await axe(page), await ibm(page)                     lists of faults, empty when there are none
 *   await sidewaysScroll(page)                           what is wider than the window
 *   await besideSummaries(page)                          folds that do not open downwards
 *   seen.faults(), seen.origins                          refused by the policy, console and script errors; who was asked
 *   await site.leave()                                   closes all pages; what any of them did wrong, a list
 *   await site.close();
 *   await eventually(async () => assert…)                tries until it holds
 *   goal(page, 3), levers(page, 3)                       the inputs of a goal's row, and of the levers in it once opened
 *   await figures(page)                                  everything the page says about the scenario, as text
 *   await give(page, folder)                             a program that is no part of the page
 *   await anew(page)                                     comes to the page without the draft that a reload brings back
 *   await unfold(page)                                   opens what is folded away on the right
 *   await show(page, "verstehen")                        another screen
 *   differences(figures, figures)                        where two of these differ
 *
 * Options of openPage, all optional: width and height of the window, colorScheme ("light" or "dark"), locale, path
 * (with fragment), screen (where a path names none; the workbench), hasTouch, reducedMotion, forcedColors, storageDenied (reading localStorage throws, as in a foreign
 * frame), noWebAssembly, before (a script that runs before the page's), prepare (is called with context and page before
 * it opens), serviceWorkers ("allow" where files are to be kept for the time without a network), until (which moment of loading), and ready (what to wait for; null waits for nothing).
 *
 * The accessibility engines run inside the page under its real policy: a debugger's scripts are exempt from it.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const resolve = createRequire(import.meta.url).resolve;
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The app has replaced the placeholder, or said why it could not, and its late parts are there. */
export const STARTED = "body:not(:has([data-placeholder], .coming))";
/** The same, with or without the late parts. */
export const BEGUN = "body:not(:has([data-placeholder]))";

// Without these, Chromium asks its maker's hosts for updates at every start.
const BROWSER_FLAGS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts a server for dist/; `frameAncestors` is who may show the page in a frame. */
export async function startServer({ frameAncestors } = {}) {
  const words = ["serve", "--no-build", "--quiet", "--port", "0"];
  if (frameAncestors) words.push("--frame-ancestors", frameAncestors);
  const server = spawn(process.env.XTASK ?? `${ROOT}target/debug/xtask`, words, { stdio: ["ignore", "pipe", "inherit"] });
  const stop = () => server.kill();
  process.on("exit", stop);
  for await (const url of createInterface({ input: server.stdout })) return { url, stop };
  throw new Error("the server did not start");
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? [...BROWSER_FLAGS, "--no-sandbox"] : BROWSER_FLAGS,
  });
}

export async function openSite({ frameAncestors } = {}) {
  // First the browser: without one there is no server to be left behind.
  const browser = await launchBrowser();
  const server = await startServer({ frameAncestors });
  const visits = [];
  return {
    url: server.url,
    browser,
    async openPage(options) {
      const visit = await openPage(browser, server.url, options);
      visits.push(visit);
      return visit;
    },
    async leave() {
      const own = new URL(server.url).origin;
      const faults = visits.flatMap(({ seen }) => [...seen.faults(), ...[...seen.origins].filter((origin) => origin !== own)]);
      await Promise.all(visits.splice(0).map(({ context }) => context.close()));
      return faults;
    },
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function openPage(browser, url, options = {}) {
  const {
    width = 1280, height = 800, path = "", screen = "werkbank", ready = STARTED, until = "load", storageDenied, noWebAssembly, before, prepare, ...rest
  } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: "de-DE", serviceWorkers: "block", ...rest });
  if (storageDenied) await context.addInitScript(denyStorage);
  if (before) await context.addInitScript(before);
  if (noWebAssembly) await context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await context.newPage();
  await slow(context, page);
  const seen = await watch(page);
  await prepare?.(context, page);
  const address = path.includes("#") || !screen ? path : `${path}#${screen}`;
  await page.goto(new URL(address, url).href, { waitUntil: until });
  if (ready) await page.waitForSelector(ready, { state: "attached" });
  return { page, seen, context };
}

/** With `SLOW=4` every page runs four times slower: what a test does not wait for shows. */
async function slow(context, page) {
  const rate = Number(process.env.SLOW ?? 1);
  if (rate > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate });
}

function denyStorage() {
  const denied = { get: () => { throw new DOMException("The request was denied.", "SecurityError"); } };
  Object.defineProperty(window, "localStorage", denied);
  Object.defineProperty(window, "sessionStorage", denied);
}

/** Collects what a page must not do. */
export async function watch(page) {
  const seen = {
    violations: [],
    errors: [],
    origins: new Set(),
    faults: () => [...seen.violations, ...seen.errors],
  };
  await page.exposeFunction("reportViolation", (text) => seen.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(`${event.effectiveDirective} refused ${event.blockedURI} in ${event.sourceFile}`);
    });
  });
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") || protocol.startsWith("ws")) seen.origins.add(origin);
  });
  return seen;
}

const AXE = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Faults that axe-core finds, one line each. */
export async function axe(page) {
  await inject(page, "axe", AXE);
  // Of what is in order nobody asks for a list; without it the check takes half the time.
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), AXE_TAGS);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

/**
 * For every element without text the engine's `hasInnerContent` walks on to the end of the document, where its sisters stop at
 * the element: more than half the time of a check.
 */
const RUNS_ON = "new d.DOMWalker(t);!a&&n.nextNode();)";
const IBM = readFileSync(resolve("accessibility-checker-engine/ace.js"), "utf8").replace(RUNS_ON, RUNS_ON.replace(";)", "&&n.node!=t;)"));

/**
 * Faults that IBM's engine finds under WCAG 2.2; `{ potential: true }` lists what it asks a person to look at, `{ only }` is
 * one rule.
 */
export async function ibm(page, { potential = false, only } = {}) {
  await inject(page, "ace", IBM);
  return page.evaluate(async ([level, only]) => {
    const checker = new ace.Checker();
    const rules = [{ id: only, level: "VIOLATION", toolkitLevel: "LEVEL_ONE" }];
    if (only) checker.addGuideline({ id: only, name: only, category: "accessibility", description: "", checkpoints: [{ num: "1", name: "", description: "", rules }] });
    const { results } = await checker.check(document, [only ?? "WCAG_2_2"]);
    return results
      .filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && outcome === level)
      .map(({ ruleId, message, path }) => `${ruleId}: ${message} (${path.dom})`);
  }, [potential ? "POTENTIAL" : "FAIL", only]);
}

/** Shows IBM's engine twelve of each list of more than twelve rows of one kind: for all of them it takes twenty seconds. */
export async function thin(page, look) {
  await page.evaluate(() => {
    const lists = [...document.querySelectorAll("main :nth-child(13)")].map((it) => it.parentElement);
    for (const list of new Set(lists)) {
      const kinds = new Set([...list.children].map((it) => it.localName + it.className));
      if (kinds.size === 1) [...list.children].slice(12).forEach((it) => { it.dataset.thin = it.style.display; it.style.display = "none"; });
    }
  });
  try {
    return await look();
  } finally {
    await page.evaluate(() => document.querySelectorAll("[data-thin]").forEach((it) => { it.style.display = it.dataset.thin; delete it.dataset.thin; }));
  }
}

/** Brings an engine into the page, once. */
async function inject(page, name, source) {
  if (await page.evaluate((name) => name in globalThis, name)) return;
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression: source });
  await session.detach();
  if (exceptionDetails) throw new Error(`the engine did not load: ${exceptionDetails.text}`);
}

/** Gives a page the program of `cargo xtask parity` as `window.program`, under the policy that the page itself runs under. */
export async function give(page, folder) {
  await page.route("**/parity/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
    return route.fulfill({ contentType, body: readFileSync(`${folder}/${name}`) });
  });
  await page.evaluate(async () => {
    window.program = await import("/parity/parity.js");
    await window.program.default({ module_or_path: "/parity/parity_bg.wasm" });
  });
}

/** What makes the page scroll sideways: the innermost elements that reach beyond the window, none when it fits. */
export function sidewaysScroll(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter((el) => el.getBoundingClientRect().right > width + 0.5);
    const innermost = beyond.filter((el) => !beyond.some((other) => other !== el && el.contains(other)));
    return innermost.map((el) => `<${el.localName} class="${el.className}"> ${el.textContent.slice(0, 40)}`);
  });
}

/** Summaries of opened folds whose content stands beside them instead of below. */
export function besideSummaries(page) {
  return page.evaluate(() => [...document.querySelectorAll("details[open] > summary")].filter((it) => {
    const content = it.nextElementSibling?.getBoundingClientRect();
    return content?.height > 0 && content.top < it.getBoundingClientRect().bottom - 1;
  }).map((it) => it.textContent));
}

/** Repeats a check until it passes; its last error after the time is over. */
export async function eventually(check, milliseconds = 4000) {
  for (const end = Date.now() + milliseconds; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Goes to another screen by the address, as its links do. */
export async function show(page, screen) {
  await page.evaluate((screen) => { location.hash = screen; }, screen);
  await page.locator("main h1:visible").first().waitFor();
}

/** The inputs of one value; `at` is its row, a goal or a lever. */
export function inputs(at) {
  return {
    at,
    less: at.locator("> .ctl button").first(),
    slider: at.locator("> .ctl input[type=range]"),
    more: at.locator("> .ctl button").last(),
    field: at.locator("> .money input"),
    change: at.locator("> .money .d"),
    lock: at.locator("> .lock"),
    name: at.locator(":is(h3, h4)").first(),
    grounds: at.locator("> details summary"),
  };
}

/** A goal's row by its number, or by "overhead". */
export const goal = (page, key) => inputs(page.locator(`#goal-${key}`));

/** Opens or closes a goal. */
export const toggle = (page, key) => page.locator(`#goal-${key} > .name button`).click();

/** The movable levers of an opened goal. */
export async function levers(page, key) {
  const rows = page.locator(`#goal-${key} .lever:has(> .ctl)`);
  await rows.first().waitFor();
  return (await rows.all()).map(inputs);
}

/** Comes to the page as to one never seen before: with a reload, or at once at the same address, the draft is there. */
export async function anew(page) {
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
}

/** Types an amount and leaves the field, as a person does. */
export async function type(input, text) {
  await input.fill(text);
  await input.press("Tab");
}

/** Clicks so many times; the page must not miss one. */
export async function times(count, button) {
  for (let i = 0; i < count; i++) await button.click();
}

/** From now on an event of this kind counts as an error, after reloading as well. */
export async function forbid(page, event) {
  const watch = (event) => addEventListener(event, () => console.error(`${event} was not allowed here`), true);
  await page.addInitScript(watch, event);
  await page.evaluate(watch, event);
}

/** "−1.234,5" or "−1,234.5" as a number. */
export function read(text, lang = "de") {
  const plain = lang === "de" ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
  return Number(plain.replace("\u2212", "-").replace(/[±+\s]/g, ""));
}

/** A number as one types it: one decimal, in German. */
export const typed = (number) => number.toFixed(1).replace(".", ",");

/** Where two answers of `figures` differ, briefly; none where they do not. */
export function differences(expected, found) {
  return Object.keys(expected).flatMap((part) => {
    const [a, b] = [expected[part], found[part]].map((it) => [it].flat());
    const first = a.findIndex((text, i) => text !== b[i]);
    return a.length === b.length && first < 0 ? [] : [`${part}: ${first < 0 ? `${a.length} and ${b.length} rows` : apart(a[first], b[first] ?? "")}`];
  });
}

/** Two texts from shortly before the place where they part. */
function apart(a, b) {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const from = Math.max(0, at - 40);
  return `…${a.slice(from, at + 40)}… is now …${b.slice(from, at + 40)}…`;
}

/** Opens what is folded away on the right: all cards, and the tables of generations and law. */
export async function unfold(page) {
  const folds = page.locator("#wirkung > details, :is(#generationen, #recht) details");
  await folds.evaluateAll((all) => all.forEach((it) => { it.open = true; }));
  for (const filled of ["#wirkung > details .card", "#recht td"]) await page.locator(filled).first().waitFor();
}

/** After keys the page sorts its cards and tells closed tables anew only once the hand has rested; ranges follow later. */
export async function handRests(page) {
  // A timer of the page comes after those it has set before, however busy it is.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  await page.locator("#wirkung[aria-busy=false]").waitFor({ state: "attached" });
}

/** What every part of the page says about the scenario, with the values of its inputs, whether folded away or not. */
export async function figures(page) {
  await unfold(page);
  await handRests(page);
  return page.evaluate(() => {
    const text = (selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent.replace(/\s+/g, " ").trim());
    const values = [...document.querySelectorAll("#ziele .goal > :is(.ctl, .money) input")];
    return {
      meter: text(".scale .word"),
      inputs: values.map((input) => `${input.ariaLabel} ${input.value} ${input.getAttribute("aria-valuetext")}`),
      ledger: text("#ziele .goal > .money .d, #ziele > dl, #aenderungen"),
      outputs: text(".outputs .own > li"),
      cards: text("#wirkung .card"),
      generations: text("#generationen"),
      profile: text("#profil"),
      law: text("#recht"),
    };
  });
}
