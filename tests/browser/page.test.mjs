/** What holds for the page whatever it shows: its headers, its privacy, its accessibility, and how it fails. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { ROOT, STARTED, axe, eventually, ibm, openSite, sidewaysScroll, watch } from "./harness.mjs";

/** The style that stands in the page, and the policy that names it by its checksum. */
const [, STYLE] = readFileSync(`${ROOT}dist/index.html`, "utf8").match(/<style>([^]*?)<\/style>/);
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; " +
  `style-src 'self' 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src 'self' data: blob:; ` +
  "font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

describe("files", () => {
  const names = readdirSync(`${ROOT}dist`).filter((name) => /\.(html|css|js)$/.test(name));
  const read = (name) => readFileSync(`${ROOT}dist/${name}`, "utf8");

  test("no file names another host", () => {
    for (const name of names) {
      // Comments and namespaces hold addresses, but nothing is ever fetched from them.
      const lines = read(name).split("\n").filter((line) => !/^\s*(\/\/|\*)/.test(line));
      const addresses = lines.flatMap((line) => line.match(/(https?:|["'(=])\/\/[\w-]+\.[\w./-]+/g) ?? [])
        .filter((address) => !address.startsWith("http://www.w3.org/"));
      assert.deepEqual(addresses, [], name);
    }
  });

  test("the page holds no script of its own, and no style but the one that its policy names", () => {
    const page = read("index.html");
    assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)/i);
    assert.doesNotMatch(page.replace(`<style>${STYLE}</style>`, ""), /<style|\sstyle=|\son\w+=/i);
  });

  test("every script and style has a checksum", () => {
    for (const [tag] of read("index.html").matchAll(/<script[^>]*>|<link[^>]*rel="(?!icon|manifest)[^>]*>/g)) {
      assert.match(tag, /integrity="sha256-[\w+/=]{44}"/);
    }
  });
});

describe("server", () => {
  test("sends the policy and its companions", async () => {
    const { headers } = await fetch(site.url);
    assert.equal(headers.get("content-security-policy"), `${POLICY}; frame-ancestors 'self'`);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.equal(headers.get("cache-control"), "no-cache");
  });

  test("sends WebAssembly compressed, under its type, to be kept", async () => {
    const [path] = (await (await fetch(site.url)).text()).match(/app-\w+\.wasm/);
    const { headers } = await fetch(site.url + path, { headers: { "accept-encoding": "br" } });
    assert.equal(headers.get("content-type"), "application/wasm");
    assert.equal(headers.get("content-encoding"), "br");
    assert.match(headers.get("vary"), /accept-encoding/i);
    assert.match(headers.get("cache-control"), /immutable/);
  });

  test("lets nobody keep what is not there, or what is not named after its content", async () => {
    const { status, headers } = await fetch(`${site.url}app-000000000000.js`);
    assert.deepEqual([status, headers.get("cache-control")], [404, "no-cache"]);
    writeFileSync(`${ROOT}dist/of-a-test.json`, "{}");
    const plain = await fetch(`${site.url}of-a-test.json`);
    rmSync(`${ROOT}dist/of-a-test.json`);
    assert.deepEqual([plain.status, plain.headers.get("cache-control")], [200, "no-cache"]);
  });
});

describe("any other server", () => {
  const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", wasm: "application/wasm" };
  /** Hands out the files and says nothing but their type. */
  async function plain() {
    const server = createServer(({ url }, response) => {
      const name = new URL(url, "http://x").pathname.slice(1) || "index.html";
      const isThere = readdirSync(`${ROOT}dist`).includes(name);
      response.writeHead(isThere ? 200 : 404, { "content-type": TYPES[name.split(".").at(-1)] ?? "font/woff2" });
      response.end(isThere ? readFileSync(`${ROOT}dist/${name}`) : "");
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
  }

  test("hands the policy out with the page, and the browser keeps to it", async (context) => {
    const server = await plain();
    context.after(() => server.close());
    const page = await site.browser.newPage();
    context.after(() => page.close());
    const seen = await watch(page);
    await page.goto(server.url);
    await page.waitForSelector(STARTED, { state: "attached" });
    assert.deepEqual(seen.faults(), []);
    assert.equal(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content"), POLICY);
    const isRefused = await page.evaluate(async (elsewhere) => {
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
      document.body.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }));
      const isReached = await fetch(elsewhere).then(() => true, () => false);
      return !window.ran && !isReached && getComputedStyle(document.body).display !== "none";
    }, site.url);
    assert.ok(isRefused);
    for (const kind of ["script-src-elem", "style-src-elem", "connect-src"]) {
      await eventually(() => assert.ok(seen.violations.some((text) => text.startsWith(kind)), `${kind} in ${seen.violations}`));
    }
  });
});

test("a font that was changed on the way is not taken, and the page goes on without it", async (context) => {
  const page = await site.browser.newPage();
  context.after(() => page.close());
  await page.route("**/*.woff2", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.alloc(4)]) });
  });
  const refused = page.waitForEvent("console", (message) => /integrity.*woff2/.test(message.text()));
  await page.goto(`${site.url}#werkbank`);
  await page.waitForSelector(STARTED, { state: "attached" });
  await refused;
  const fonts = await page.evaluate(() => [...document.fonts].filter(({ family }) => /Source Sans/.test(family)).map(({ status }) => status));
  assert.deepEqual(fonts, ["error"]);
  assert.ok(await page.locator("#ziele").isVisible());
});

describe("page", () => {
  test("starts without a refusal, an error or a foreign request", async () => {
    const { page, seen } = await site.openPage();
    assert.ok(await page.locator("#app h1").first().isVisible());
    assert.ok(await page.locator("#failure").isHidden());
    assert.ok(await page.evaluate(() => document.documentElement.lang));
    assert.deepEqual(seen.faults(), []);
    assert.deepEqual([...seen.origins], [new URL(site.url).origin]);
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.equal(fetched.filter((name) => /\/app-[^/]*\.wasm$/.test(name)).length, 1, "the preloaded module is the one that runs");
    assert.deepEqual(fetched.filter((name) => /\/late-en-/.test(name)), [], "nothing comes that nobody asked for");
  });

  test("stores nothing unasked", async () => {
    const { page, context } = await site.openPage();
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
    assert.deepEqual([...stored, (await context.cookies()).length], [0, 0, 0, 0]);
  });

  test("runs where storage is denied", async () => {
    const { page, seen } = await site.openPage({ storageDenied: true });
    assert.ok(await page.locator("#failure").isHidden());
    assert.deepEqual(seen.faults(), []);
  });

  test("fits a window of 320 pixels", async () => {
    const { page } = await site.openPage({ width: 320, height: 640 });
    assert.deepEqual(await sidewaysScroll(page), []);
  });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 768, 1280]) {
      test(`has no fault that axe or IBM's engine finds: ${colorScheme}, ${width} wide`, async () => {
        const { page } = await site.openPage({ width, colorScheme });
        // What IBM's engine adds to axe does not depend on the theme.
        assert.deepEqual({ axe: await axe(page), ibm: colorScheme === "light" ? await ibm(page) : [] }, { axe: [], ibm: [] });
      });
    }
  }
});

describe("failure", () => {
  async function assertCalm(page) {
    const box = page.locator("#failure");
    await box.waitFor({ state: "visible" });
    assert.match(await box.innerText(), /Die Seite läuft gerade nicht[^]*The page is not running/);
    assert.deepEqual([...(await axe(page)), ...(await ibm(page)), ...(await sidewaysScroll(page))], []);
  }

  test("is said when there is no WebAssembly", async () => {
    const { page } = await site.openPage({ noWebAssembly: true, width: 320, ready: null });
    await assertCalm(page);
  });

  for (const extension of ["wasm", "js"]) {
    test(`is said when a .${extension} file was changed on the way`, async () => {
      const context = await site.browser.newContext();
      const page = await context.newPage();
      await page.route(`**/app-*.${extension}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from("\n")]) });
      });
      await page.goto(site.url);
      await assertCalm(page);
    });
  }

  test("is said when the module ends in a panic", async () => {
    const { page } = await site.openPage();
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    await page.evaluate(async (bytes) => {
      const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
      setTimeout(() => instance.exports.t());
    }, trap);
    await page.locator("#failure").waitFor({ state: "visible" });
  });
});

describe("frame", () => {
  /** A page on another site (`localhost` is not `127.0.0.1`) that shows the app in a frame. */
  async function host(app) {
    const body = `<!DOCTYPE html><title>Host</title><iframe title="App" src="${app}" width="800" height="600"></iframe>`;
    const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(body));
    await new Promise((done) => server.listen(0, "localhost", done));
    return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
  }

  test("of an allowed site shows the page, with or without storage", async (context) => {
    const framed = await openSite({ frameAncestors: "http://localhost:*" });
    context.after(() => framed.close());
    const outside = await host(framed.url);
    context.after(() => outside.close());
    const page = await framed.browser.newPage();
    const seen = await watch(page);
    await page.goto(outside.url);
    const frame = page.frames()[1];
    await frame.waitForSelector(STARTED, { state: "attached" });
    assert.ok(await frame.locator("#app h1").first().isVisible());
    const storage = await frame.evaluate(() => {
      try {
        return localStorage ? "given" : "absent";
      } catch (error) {
        return error.name;
      }
    });
    context.diagnostic(`storage in the frame of another site: ${storage}`);
    assert.ok(await frame.locator("#failure").isHidden());
    assert.deepEqual(seen.violations, []);
  });

  test("of any other site stays empty", async (context) => {
    const outside = await host(site.url);
    context.after(() => outside.close());
    const page = await site.browser.newPage();
    await page.goto(outside.url);
    assert.equal(await page.frameLocator("iframe").locator("#app").count(), 0);
  });
});
