/** The start: whatever is missing, wrong or silent, the page says so by itself, and says which file it is. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { ROOT, STARTED, axe, eventually, goal, ibm, openSite, sidewaysScroll } from "./harness.mjs";

const SAID = {
  loading: /Lädt … Loading …/,
  late: /Das dauert länger als sonst[^]*laden Sie die Seite neu[^]*This takes longer than usual/,
  noScript: /braucht dafür JavaScript[^]*needs JavaScript/,
};
/** From then on the hint stands there, milliseconds. */
const LATE = 8000;

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const files = readdirSync(`${ROOT}dist`);
/** The name of a built file, `app-….wasm` for `app.wasm`. */
const built = (name) => {
  const [stem, extension] = name.split(".");
  return files.find((file) => new RegExp(`^${stem}-[0-9a-f]{12}\\.${extension}$`).test(file));
};

/** A page on which one file answers as told; the browser has nothing of it yet. */
async function visit(context, name, answer, options = {}) {
  const visitor = await site.browser.newContext({ viewport: { width: 360, height: 640 }, locale: "de-DE", ...options });
  context.after(() => visitor.close());
  const page = await visitor.newPage();
  if (name) await page.route(`**/${built(name)}`, answer);
  return page;
}

const hint = (page) => page.locator(".late");

/** The static hint: not there at once, there after its time, without any script. */
async function assertHint(page) {
  // A moment later than the page: what the style would move at once is not seen before it.
  await eventually(async () => assert.match(await page.locator("[data-placeholder]").innerText(), SAID.loading));
  assert.ok(await hint(page).isHidden());
  // The time of the style sheet passes as it says; waiting for it in every test would only make them slow.
  const passed = await page.evaluate(() => {
    const [animation] = document.querySelector(".late").getAnimations();
    animation.currentTime = 0;
    const { delay } = animation.effect.getTiming();
    animation.finish();
    return delay;
  });
  assert.equal(passed, LATE);
  assert.match(await hint(page).innerText(), SAID.late);
  assert.ok(await hint(page).isVisible());
  assert.deepEqual([await axe(page), await ibm(page), await sidewaysScroll(page)], [[], [], []]);
}

const ANSWERS = {
  "is refused": (route) => route.abort(),
  "is gone": (route) => route.fulfill({ status: 404, body: "" }),
  "breaks off": async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  },
  "has the wrong type": async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/html" } });
  },
  "never answers": () => {},
};

describe("the boot script", () => {
  for (const [what, answer] of Object.entries(ANSWERS)) {
    test(`${what}: a hint appears by itself`, async (context) => {
      const page = await visit(context, "boot.js", answer);
      await page.goto(site.url, { waitUntil: "commit" });
      await page.locator(".late").waitFor({ state: "attached" });
      await assertHint(page);
    });
  }

  test("late: the hint comes after its time, and goes when the page opens", async (context) => {
    const page = await visit(context, "boot.js", async (route) => {
      await new Promise((done) => setTimeout(done, LATE + 2000));
      await route.continue();
    });
    await page.goto(site.url, { waitUntil: "commit" });
    await hint(page).waitFor({ state: "visible", timeout: LATE + 4000 });
    await page.waitForSelector(STARTED, { state: "attached" });
    assert.equal(await hint(page).count(), 0);
    assert.ok(await page.locator("#failure").isHidden());
  });

  test("never runs in a sandbox without an origin: the hint leads out of the frame", async (context) => {
    const framed = await openSite({ frameAncestors: "http://localhost:*" });
    context.after(() => framed.close());
    const body = `<!DOCTYPE html><title>Host</title><iframe title="App" sandbox="allow-scripts allow-popups" src="${framed.url}" width="400" height="600"></iframe>`;
    const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(body));
    await new Promise((done) => server.listen(0, "localhost", done));
    context.after(() => server.close());
    const page = await framed.browser.newPage();
    await page.goto(`http://localhost:${server.address().port}/`);
    const frame = page.frames()[1];
    await frame.locator(".late").waitFor({ state: "attached" });
    await frame.locator(".late").waitFor({ state: "visible", timeout: LATE + 4000 });
    assert.match(await frame.locator(".late").innerText(), SAID.late);
    const [window] = await Promise.all([page.waitForEvent("popup"), frame.locator(".late a[target]").first().click()]);
    await window.waitForLoadState();
    assert.equal(window.url(), framed.url);
  });

  test("is not allowed: the page says what it needs, and no hint follows", async (context) => {
    const page = await visit(context, null, null, { javaScriptEnabled: false });
    await page.goto(site.url);
    assert.match(await page.locator("[data-placeholder]").innerText(), SAID.noScript);
    assert.ok(await page.locator(".loading").isHidden());
    assert.ok(await page.locator(".late").isHidden());
  });
});

describe("the first screen stands in the page itself", () => {
  /** What it says, and where each part of it stands. */
  const said = (page) =>
    page.evaluate(() => {
      const parts = [...document.querySelectorAll(":is(header, .first > *).top .id *, .start :not([hidden], [hidden] *), .foot-note > p:nth-child(-n + 2)")];
      return parts.filter((it) => it.localName !== "g").map((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        const drawn = ["d", "viewBox", "href", "aria-label"].map((name) => it.getAttribute(name)).join(" ");
        const words = it.children.length > 0 && it.localName === "div" ? "" : it.textContent.replace(/\s+/g, " ");
        return `${it.localName} ${words} ${drawn} ${[x, y, width, height].map(Math.round)}`;
      });
    });

  for (const width of [360, 768, 1280]) {
    test(`without scripts it is to the pixel what the module shows: ${width} px`, async (context) => {
      const size = { viewport: { width, height: 800 } };
      const still = await visit(context, null, null, { ...size, javaScriptEnabled: false });
      await still.goto(site.url);
      const running = await visit(context, null, null, size);
      await running.goto(site.url);
      await running.waitForSelector(STARTED, { state: "attached" });
      const [before, after] = [await said(still), await said(running)];
      assert.ok(before.length > 20, `${before.length} parts`);
      assert.deepEqual(before, after);
    });
  }

  test("it can be read while the module is on its way, and its doors lead on", async (context) => {
    let go;
    const page = await visit(context, "app.wasm", (route) => (go = () => route.continue()));
    await page.goto(site.url, { waitUntil: "commit" });
    await page.locator(".first .karo").waitFor();
    assert.ok(await page.locator(".begin").isHidden());
    assert.deepEqual([await axe(page), await ibm(page), await sidewaysScroll(page)], [[], [], []]);
    await page.locator(".first .door").first().click();
    go();
    await page.waitForSelector(STARTED, { state: "attached" });
    assert.equal(await page.locator(".first").count(), 0);
    assert.ok(await page.locator(".tiles").isVisible());
  });

  for (const screen of ["", "kurz-ziel-mobilitaet", "werkbank", "verstehen"]) {
    test(`nothing jumps while the page arrives: #${screen}`, async (context) => {
      const page = await visit(context, null, null, { viewport: { width: 412, height: 823 } });
      const session = await page.context().newCDPSession(page);
      await session.send("Network.enable");
      // Slow enough for a picture of each state.
      await session.send("Network.emulateNetworkConditions", { offline: false, latency: 100, downloadThroughput: 300_000, uploadThroughput: 100_000 });
      await page.addInitScript(() => {
        window.jumps = [];
        new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) =>
          window.jumps.push({ value, what: sources.map(({ node }) => node?.nodeName).join(" ") })
        )).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(`${site.url}#${screen}`);
      await page.waitForSelector(STARTED, { state: "attached" });
      await page.waitForTimeout(500);
      const jumps = await page.evaluate(() => window.jumps);
      const sum = jumps.reduce((sum, { value }) => sum + value, 0);
      // A tenth of what counts as good.
      assert.ok(sum < 0.01, JSON.stringify(jumps));
    });
  }

  for (const [path, why] of [["?town=freiburg-2018", "another town"], ["?lang=en", "another language"], ["#werkbank", "another screen"]]) {
    test(`whoever wants ${why} does not see it`, async (context) => {
      const page = await visit(context, "app.wasm", () => {});
      await page.goto(site.url + path, { waitUntil: "commit" });
      await page.locator("link[rel=stylesheet]").waitFor({ state: "attached" });
      await page.locator(".begin").waitFor();
      assert.equal(await page.locator(".first").count(), 0);
    });
  }
});

for (const name of ["style.css", "app.js", "app.wasm", "town-muenster-2026.bin"]) {
  describe(name, () => {
    for (const [what, answer] of Object.entries(ANSWERS)) {
      // WebAssembly and a town may come under any type.
      if (what === "has the wrong type" && !/\.(css|js)$/.test(name)) continue;
      test(`${what}: the box names it`, async (context) => {
        const page = await visit(context, name, answer);
        await page.clock.install();
        await page.goto(site.url, { waitUntil: "commit" });
        await page.locator(".loading").waitFor();
        const box = page.locator("#failure");
        // Time passes until the box stands there: the pause before a second try, or the end of all patience.
        await eventually(async () => {
          await page.clock.runFor(1000);
          assert.ok(await box.isVisible());
        }, 20_000);
        assert.ok((await box.innerText()).includes(built(name)), await box.innerText());
        assert.ok(await hint(page).isHidden());
        assert.deepEqual([await axe(page), await ibm(page), await sidewaysScroll(page)], [[], [], []]);
      });
    }
  });
}

test("a file that comes after all opens the page, and the box goes", async (context) => {
  let answer;
  const page = await visit(context, "app.wasm", (route) => (answer = () => route.continue()));
  await page.clock.install();
  await page.goto(`${site.url}#werkbank`, { waitUntil: "commit" });
  await eventually(async () => {
    await page.clock.runFor(1000);
    assert.ok(await page.locator("#failure").isVisible());
  }, 20_000);
  answer();
  await page.waitForSelector(STARTED, { state: "attached" });
  await page.locator("#failure").waitFor({ state: "hidden" });
  await goal(page, 3).more.click();
});

test("a file that fails once is fetched once more", async (context) => {
  let asked = 0;
  const page = await visit(context, "town-muenster-2026.bin", (route) => (asked++ ? route.continue() : route.abort()));
  await page.goto(site.url);
  await page.waitForSelector(STARTED, { state: "attached" });
  assert.equal(asked, 2);
});

describe("a page of before the last deployment", () => {
  const page = readFileSync(`${ROOT}dist/index.html`, "utf8");
  const old = page.replace(built("app.js"), "app-000000000000.js");

  test("whose files are gone is replaced by the page of today, by itself", async (context) => {
    const visitor = await visit(context);
    let asked = 0;
    await visitor.route(site.url, (route) => (asked++ ? route.continue() : route.fulfill({ contentType: "text/html", body: old })));
    await visitor.goto(site.url);
    await visitor.waitForSelector(STARTED, { state: "attached" });
    assert.ok(asked >= 2);
  });

  test("that comes again and again is not loaded again and again", async (context) => {
    const visitor = await visit(context);
    let navigations = 0;
    await visitor.route(site.url, (route) => {
      if (!route.request().isNavigationRequest()) return route.continue();
      navigations++;
      return route.fulfill({ contentType: "text/html", body: old });
    });
    await visitor.goto(site.url);
    const box = visitor.locator("#failure");
    await box.waitFor({ state: "visible" });
    assert.match(await box.innerText(), /app-000000000000\.js/);
    assert.equal(navigations, 2);
  });
});
