/**
 * What the browser tests share. `cargo xtask test --only browser` runs them.
 *
 *   const site = await openSite();                       a server for dist/ and a browser
 *   const { page, seen } = await site.openPage(options); a fresh context, the page, and what happened in it
 *   await axe(page), await ibm(page)                     lists of faults, empty when there are none
 *   await sidewaysScroll(page)                           what is wider than the window
 *   seen.faults(), seen.origins                          refused by the policy, console and script errors; who was asked
 *   await site.close();
 *
 * Options of openPage, all optional: width and height of the window, colorScheme ("light" or "dark"), locale, path
 * (with fragment), hasTouch, reducedMotion, forcedColors, storageDenied (reading localStorage throws, as in a foreign
 * frame), noWebAssembly, and ready (what to wait for; null waits for nothing).
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

/** The app has replaced the placeholder, or said why it could not. */
export const STARTED = "body:not(:has([data-placeholder]))";

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
  const server = await startServer({ frameAncestors });
  const browser = await launchBrowser();
  return {
    url: server.url,
    browser,
    openPage: (options) => openPage(browser, server.url, options),
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function openPage(browser, url, options = {}) {
  const { width = 1280, height = 800, path = "", ready = STARTED, storageDenied, noWebAssembly, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: "de-DE", ...rest });
  if (storageDenied) await context.addInitScript(denyStorage);
  if (noWebAssembly) await context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(new URL(path, url).href);
  if (ready) await page.waitForSelector(ready, { state: "attached" });
  return { page, seen, context };
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
  await inject(page, AXE);
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags }), AXE_TAGS);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

const IBM = readFileSync(resolve("accessibility-checker-engine/ace.js"), "utf8");

/** Faults that IBM's engine finds under WCAG 2.2; `{ potential: true }` lists what it asks a person to look at. */
export async function ibm(page, { potential = false } = {}) {
  await inject(page, IBM);
  return page.evaluate(async (level) => {
    const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
    return results
      .filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && outcome === level)
      .map(({ ruleId, message, path }) => `${ruleId}: ${message} (${path.dom})`);
  }, potential ? "POTENTIAL" : "FAIL");
}

async function inject(page, source) {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression: source });
  await session.detach();
  if (exceptionDetails) throw new Error(`the engine did not load: ${exceptionDetails.text}`);
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
