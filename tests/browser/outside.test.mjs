/** What lies around the page: parameters, foreign pages with a frame, a device for many visitors, no network. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, afterEach, before, describe, test } from "node:test";
import { ROOT, STARTED, axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, type } from "./harness.mjs";

const DIST = `${ROOT}dist/`;
const KINDS = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json", webmanifest: "application/manifest+json", svg: "image/svg+xml", png: "image/png" };

let site;
before(async () => (site = await openSite({ frameAncestors: "'self' http://localhost:*" })));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

/** A server of the test's own; `answer` gives the body of a path, or none. */
async function serve(context, answer, host = "localhost") {
  const server = createServer((request, response) => {
    const found = answer(new URL(request.url, "http://x").pathname);
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": found.kind ?? "text/html; charset=utf-8", "cache-control": "no-cache", ...found.headers });
    response.end(found.body);
  });
  await new Promise((done) => server.listen(0, host, done));
  const stop = () => (server.close(), server.closeAllConnections());
  context.after(stop);
  return { url: `http://${host}:${server.address().port}/`, stop };
}

describe("parameters of the address", () => {
  test("begin elsewhere, take ways away, and are named where nobody knows them", async () => {
    const said = [];
    const { page } = await site.openPage({
      path: "?view=werkbank&hide=save,towns&colour=red&town=javascript:alert(1)", screen: "",
      prepare: (_, page) => page.on("console", (it) => it.type() === "info" && said.push(it.text())),
    });
    assert.equal(new URL(page.url()).hash, "#werkbank");
    await goal(page, 3).more.waitFor();
    for (const away of [".btn.save", ".foot-note .tlink"]) assert.ok(await page.locator(away).first().isHidden(), away);
    assert.ok(await page.locator(".lang-of").first().isVisible());
    await eventually(() => assert.deepEqual(said.map((it) => it.split(" is not")[0]), ["?colour=red", "?town=javascript:alert(1)"]));
  });

  test("an accent of one's own is shown as far as it can be read", async () => {
    const said = [];
    const colours = { "8a1538": [], f2e205: [], "0b1517": [] };
    for (const [accent, found] of Object.entries(colours)) {
      for (const colorScheme of ["light", "dark"]) {
        const { page } = await site.openPage({ path: `?accent=${accent}`, screen: "auftakt", colorScheme, prepare: (_, page) => page.on("console", (it) => it.type() === "info" && said.push(it.text())) });
        await eventually(async () => {
          found.push(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent")));
          assert.ok(!["rgb(0, 109, 135)", "rgb(82, 195, 218)"].includes(found.at(-1)), found.at(-1));
        });
        assert.deepEqual((await axe(page)).filter((it) => it.startsWith("color-contrast")), [], `${accent} ${colorScheme}`);
      }
    }
    assert.equal(colours["8a1538"].at(0), "rgb(138, 21, 56)");
    assert.ok(said.some((it) => it.startsWith("?accent=f2e205: too little contrast")), said.join());
  });
});

/** The page as if it was built for a host; what a build with `--frame-ancestors` writes into it. */
async function builtFor(context, origin) {
  await context.route((url) => url.href.split(/[?#]/)[0] === site.url, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('name="hosts" content=""', `name="hosts" content="${origin}"`);
    await route.fulfill({ response, body });
  });
}

/** A page of another origin with a frame. */
async function hosted(context, body, { policy, hosts = true, prepare, width = 800, height = 700, ...options } = {}) {
  const host = await serve(context, () => ({ body: `<!DOCTYPE html><html lang="de"><title>Musterstadt</title><main><h1>Haushalt</h1>${body}</main></html>`, headers: policy ? { "content-security-policy": policy } : {} }));
  const origin = new URL(host.url).origin;
  const visit = await site.openPage({
    width, height, ready: null, screen: "", ...options,
    prepare: async (context, page) => {
      await prepare?.(context, page);
      if (hosts) await builtFor(context, origin);
      await context.addInitScript(() => {
        window.heard = [];
        addEventListener("message", ({ data }) => window.heard.push(data));
      });
    },
    path: host.url,
  });
  visit.seen.origins.delete(origin);
  const frame = await eventually(() => {
    const found = visit.page.frames().find((it) => it.url().startsWith(site.url));
    assert.ok(found);
    return found;
  });
  await frame.waitForSelector(STARTED, { state: "attached" });
  return { ...visit, frame, origin };
}

const fitting = (more = "") => `<p>Davor</p><iframe src="${site.url}${more}" data-zukunftshaushalt title="Zukunftshaushalt" width="100%" height="760"></iframe><p><a href="#x" id="dahinter">Dahinter</a></p><script src="${site.url}embed.js" defer></script>`;

describe("a foreign page shows it in a frame", () => {
  test("the frame becomes as high as what is in it, comes to rest, and listens to nobody else", async (context) => {
    const other = await serve(context, () => ({ body: `<script>parent.postMessage({ type: "zukunftshaushalt:height", v: 1, px: 333 }, "*")</script>` }), "127.0.0.1");
    const { page, frame, seen } = await hosted(context, fitting(), { policy: `default-src 'none'; style-src 'unsafe-inline'; frame-src ${site.url} ${other.url}; script-src ${site.url}` });
    const height = () => page.locator("iframe").first().evaluate((it) => it.getBoundingClientRect().height);
    const content = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    const fits = async (most) => {
      const wanted = Math.min(await content(), most);
      assert.ok(Math.abs((await height()) - Math.max(wanted, 320)) <= 6, `${await height()} for ${wanted}`);
    };
    await eventually(() => fits(700), 8000);
    await page.evaluate(() => {
      window.changes = 0;
      new MutationObserver((all) => (window.changes += all.length)).observe(document.querySelector("iframe"), { attributeFilter: ["style"] });
    });
    for (let turn = 0; turn < 20; turn++) {
      const [width, most] = [320 + ((turn * 173) % 900), 500 + ((turn * 211) % 900)];
      await page.setViewportSize({ width, height: most });
      await eventually(() => fits(most));
    }
    const rested = await page.evaluate(() => window.changes);
    assert.ok(rested <= 80, `${rested} changes for 20 sizes`);
    await page.waitForTimeout(700);
    assert.equal(await page.evaluate(() => window.changes), rested, "it came to rest");
    await page.evaluate((url) => {
      const other = document.createElement("iframe");
      other.src = url;
      document.querySelector("main").append(other);
    }, other.url);
    await page.evaluate(() => postMessage({ type: "zukunftshaushalt:height", v: 1, px: 333 }, "*"));
    await eventually(async () => assert.ok((await page.evaluate(() => window.heard)).some((it) => it.px === 333)));
    seen.origins.delete(new URL(other.url).origin);
    await fits(page.viewportSize().height);
  });

  test("it hears of changes, sets the language, sends a draft, and gets one when the visitor says so", async (context) => {
    const { page, frame } = await hosted(context, fitting("?h=2"), { width: 1360 });
    const heard = (type) => page.evaluate((type) => window.heard.filter((it) => it.type === `zukunftshaushalt:${type}`), type);
    const send = (message) => page.evaluate(([message, origin]) => document.querySelector("iframe").contentWindow.postMessage({ v: 1, ...message, type: `zukunftshaushalt:${message.type}` }, origin), [message, site.url]);
    await eventually(async () => assert.deepEqual((await heard("ready")).at(-1), { type: "zukunftshaushalt:ready", v: 1, town: "muenster-2026", lang: "de" }), 8000);
    assert.equal(await frame.locator("h1:visible").getAttribute("aria-level"), "2");
    await send({ type: "language", lang: "en" });
    await frame.locator("html[lang=en]").waitFor();
    await send({ type: "language", lang: "de" });
    await frame.locator("html[lang=de]").waitFor();
    await show(frame, "werkbank");
    await goal(frame, 3).more.waitFor();
    await type(goal(frame, 3).field, "+2");
    await eventually(async () => assert.deepEqual((await heard("changed")).at(-1), { type: "zukunftshaushalt:changed", v: 1, touched: true }));
    assert.deepEqual(await heard("draft"), [], "nothing goes without a press");
    await send({ type: "ask" });
    const give = frame.getByRole("button", { name: /^An http:\/\/localhost:\d+ übergeben$/ });
    await give.waitFor();
    const link = await frame.locator("#teilen-link a").getAttribute("href");
    await give.click();
    const draft = await eventually(async () => {
      const found = (await heard("draft")).at(-1);
      assert.ok(found);
      return found;
    });
    assert.deepEqual([draft.link, draft.town, `${site.url}#s=${draft.code}`], [link, "muenster-2026", link]);
    await send({ type: "load", code: "x".repeat(300) });
    await send({ type: "load", code: draft.code });
    await frame.locator("h1:visible", { hasText: /./ }).first().waitFor();
    await frame.getByRole("button", { name: "Übernehmen" }).waitFor();
    // Out of the frame, with the same draft.
    await show(frame, "auftakt");
    const [window] = await Promise.all([page.waitForEvent("popup"), frame.getByRole("button", { name: "In neuem Fenster öffnen" }).click()]);
    await window.waitForURL(link);
    assert.deepEqual(await frame.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  });

  test("what it is told before it listens it does once it does", async (context) => {
    let release;
    const held = new Promise((done) => (release = done));
    const asked = `<script>addEventListener("message", ({ data, source, origin }) => {
      if (data?.type === "zukunftshaushalt:ready") source.postMessage({ type: "zukunftshaushalt:language", v: 1, lang: "en" }, origin), (window.asked = true);
    })</script>`;
    // The program comes once the host has asked.
    const { frame } = await hosted(context, asked + fitting(), {
      prepare: async (context, page) => {
        await context.route("**/*.wasm", async (route) => (await held, route.continue()));
        page.once("framenavigated", () => page.waitForFunction(() => window.asked).then(release));
      },
    });
    await frame.locator("html[lang=en]").waitFor();
  });

  test("it speaks with no page that it was not built for", async (context) => {
    const { page, frame } = await hosted(context, fitting(), { hosts: false });
    await page.waitForTimeout(1500);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.host), undefined);
  });

  test("without a script of the host it works whole; wheel and keys leave the frame", async (context) => {
    const body = `<p><a href="#a" id="davor">Davor</a></p><iframe src="${site.url}#werkbank" title="Zukunftshaushalt" width="100%" height="500"></iframe><p><a href="#x" id="dahinter">Dahinter</a></p><div style="height:2000px"></div>`;
    const { page, frame } = await hosted(context, body, { policy: `default-src 'none'; style-src 'unsafe-inline'; script-src 'none'; frame-src ${site.url}`, width: 1360 });
    await goal(frame, 3).more.click();
    await frame.locator(".changes, #aenderungen").first().waitFor({ state: "attached" });
    await frame.evaluate(() => scrollTo(0, 600));
    for (const always of [frame.locator(".top .id"), frame.locator(".scale"), frame.getByRole("button", { name: "Rückgängig" }).first()]) {
      await eventually(async () => {
        const box = await always.evaluate((it) => it.getBoundingClientRect().toJSON());
        const scrolled = await frame.evaluate(() => scrollY);
        assert.ok(box.bottom > 0 || scrolled === 0 || box.top + scrolled >= 0, JSON.stringify(box));
      });
    }
    await frame.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(300);
    await page.mouse.wheel(0, 400);
    await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > 0, "the wheel goes on in the host"));
    await page.locator("#dahinter").focus();
    await page.keyboard.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "iframe");
    await page.locator("#davor").focus();
    await page.keyboard.press("Tab");
    await frame.locator(".foot-note a:visible, .foot-note button:visible").last().focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "dahinter");
  });

  test("as an element of its own", async (context) => {
    const { page, frame } = await hosted(context, `<zukunftshaushalt-simulator title="Haushalt" lang="en" view="kurz"></zukunftshaushalt-simulator><script src="${site.url}embed.js" defer></script>`);
    assert.equal(new URL(frame.url()).search, "?lang=en&view=kurz");
    assert.equal(await page.locator("iframe").getAttribute("title"), "Haushalt");
    await frame.locator("html[lang=en]").waitFor();
    await page.locator("zukunftshaushalt-simulator").evaluate((it) => it.setAttribute("lang", "de"));
    await frame.locator("html[lang=de]").waitFor();
    assert.equal(page.frames().length, 2, "it was not loaded anew");
  });
});

describe("the text for web editors", () => {
  test("follows the choices, works where it is pasted, and is found from every door", async (context) => {
    const { page } = await site.openPage({ screen: "auftakt" });
    for (const door of ["auftakt", "kurz", "werkbank"]) {
      await show(page, door);
      await page.locator(".foot-note").getByRole("link", { name: "Einbetten" }).waitFor();
    }
    await page.locator(".foot-note").getByRole("link", { name: "Einbetten" }).click();
    const code = page.locator("#einbetten-text");
    await code.waitFor();
    assert.match(await code.innerText(), /^<p><a href="#hinter-zukunftshaushalt">/);
    assert.equal(await page.getByLabel("Mein Entwurf").count(), 0);
    await page.frameLocator(".preview").locator("h1").first().waitFor();
    const preview = page.frameLocator(".preview");
    await page.getByLabel("Kurzweg in fünf Minuten").check();
    await page.getByLabel("dunkel").check();
    await page.getByLabel("Akzentfarbe").fill("8a153");
    await page.getByText("Das ist keine Farbe").waitFor();
    await page.getByLabel("Akzentfarbe").fill("8a1538");
    await page.getByLabel("English", { exact: true }).check();
    await preview.locator("html[lang=en][data-theme=dark] h1", { hasText: "goal" }).waitFor();
    assert.deepEqual([await axe(page), await ibm(page), await sidewaysScroll(page)], [[], [], []]);
    const text = await code.innerText();
    assert.match(text, /\?lang=en&amp;theme=dark&amp;accent=8a1538&amp;view=kurz"/);
    const { frame, page: host } = await hosted(context, text);
    await eventually(async () => assert.equal(await host.locator("iframe").getAttribute("data-ready"), "true"), 8000);
    assert.equal(new URL(frame.url()).hash, "#kurz");
    const faults = (await axe(host)).filter((it) => !it.includes("iframe"));
    assert.deepEqual(faults, []);
    await page.getByLabel("Link mit QR-Code").check();
    assert.match(await code.innerText(), /<img src="data:image\/svg\+xml,[^"]+" alt="QR-Code: Zukunftshaushalt Münster"/);
    await page.getByLabel("Rahmen mit 760").check();
    assert.ok(!(await code.innerText()).includes("<script"));
  });
});

describe("a device for many visitors", () => {
  test("is emptied when nobody touches it, and Back shows nothing of who was there", async () => {
    const { page } = await site.openPage({ path: "?mode=kiosk&idle=60&lang=de", screen: "", prepare: (_, page) => page.clock.install() });
    const before = await page.evaluate(() => history.length);
    const dialog = page.getByRole("alertdialog", { name: "Sind Sie noch da?" });
    await page.locator("html[data-mode=kiosk]").waitFor({ state: "attached" });
    await page.getByRole("link", { name: /^Zur Werkbank/ }).click();
    await goal(page, 3).more.waitFor();
    await type(goal(page, 3).field, "+2");
    await page.evaluate(() => localStorage.setItem("zukunftshaushalt/v1/saved/abc", "x"));
    await page.evaluate(() => localStorage.setItem("other", "y"));
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("html[lang=en]").waitFor();
    assert.equal(await page.evaluate(() => history.length), before, "no way is written down");
    assert.deepEqual(await page.locator(".away:visible").count(), 0);
    const english = page.getByRole("alertdialog", { name: "Are you still there?" });
    await page.clock.runFor(58_000);
    assert.ok(await english.isHidden());
    await page.clock.runFor(3_000);
    await english.waitFor();
    assert.match(await english.innerText(), /(30|29|28) seconds left/);
    for (let again = 0; again < 12; again++) {
      await page.clock.runFor(25_000);
      await page.keyboard.press("Shift");
      assert.ok(await english.isHidden(), "any key is enough, as often as one likes");
      await page.clock.runFor(61_000);
      await english.waitFor();
    }
    assert.equal(await goal(page, 3).field.inputValue().then((it) => it !== ""), true);
    await Promise.all([page.waitForEvent("load"), page.clock.runFor(40_000)]);
    await page.waitForSelector(STARTED, { state: "attached" });
    await page.locator("html[lang=de]").waitFor();
    const left = await page.evaluate(() => [{ ...localStorage }, sessionStorage.length, location.hash, location.search, history.length, Object.keys(history.state)]);
    assert.deepEqual(left, [{ other: "y" }, 0, "", "?mode=kiosk&idle=60&lang=de", before, ["kiosk"]]);
    assert.ok(await dialog.isHidden());
    await show(page, "werkbank");
    await goal(page, 3).more.waitFor();
    assert.match(await page.locator(".scale .word").first().innerText(), /^Nichts verändert/);
    await page.goBack().catch(() => {});
    assert.ok(!(await page.content()).includes("+2,0"));
  });

  test("leads nowhere else", async () => {
    const { page } = await site.openPage({ path: "?mode=kiosk", screen: "verstehen" });
    await page.locator("html[data-mode=kiosk]").waitFor({ state: "attached" });
    await eventually(async () => {
      const out = await page.locator("a[href]").evaluateAll((all) => all.filter((it) => it.origin !== location.origin || it.pathname !== location.pathname).length);
      assert.equal(out, 0);
    });
    await show(page, "ratsanlage");
    await page.locator(".paper h1").waitFor();
    assert.equal(await page.locator(".away:visible").count(), 0);
    assert.equal(await page.locator("button:visible", { hasText: "Drucken" }).count(), 0);
  });
});

/** dist/ as any server hands it out; `change` gives other bodies. */
const folder = (change = () => undefined) => (path) => {
  const name = path === "/" ? "index.html" : path.slice(1);
  try {
    const body = change(name) ?? readFileSync(DIST + name);
    return { body, kind: KINDS[name.split(".").at(-1)] ?? "application/octet-stream" };
  } catch {
    return undefined;
  }
};

/** A visit that lets files be kept; waits until they are. */
async function kept(url, options = {}) {
  const visit = await site.openPage({ path: url, screen: "", serviceWorkers: "allow", ...options });
  // Its own server, which `leave` does not know.
  const { origin } = new URL(url);
  visit.seen.origins.delete(origin);
  visit.page.on("request", () => visit.seen.origins.delete(origin));
  await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ?? new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done))));
  return visit;
}

describe("without a network", () => {
  test("after one visit everything works: doors, late parts, paper, English, another town", async (context) => {
    const server = await serve(context, folder(), "127.0.0.1");
    const { page, seen } = await kept(server.url);
    server.stop();
    await assert.rejects(page.evaluate((url) => fetch(`${url}nothing`), server.url));
    seen.errors.length = 0;
    await page.reload();
    await page.waitForSelector(STARTED, { state: "attached" });
    for (const screen of ["kurz", "werkbank", "verstehen", "vergleichen", "ratsanlage", "leicht", "daten"]) {
      await show(page, screen);
      await page.waitForSelector(STARTED, { state: "attached" });
      assert.equal(await page.locator(".coming:visible").count(), 0, screen);
    }
    await page.goto(`${server.url}?town=freiburg-2025&lang=en#werkbank`).catch(() => {});
    const towns = await page.locator("meta[name=town]").evaluateAll((all) => all.map((it) => it.content));
    await page.goto(`${server.url}?town=${towns[1]}&lang=en#werkbank`);
    await page.waitForSelector(STARTED, { state: "attached" });
    await page.locator("html[lang=en]").waitFor();
    await goal(page, 3).more.click();
    assert.match(await page.title(), /Freiburg/);
    assert.equal((await page.evaluate(() => caches.keys())).length, 1);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
    // The server is gone, and the browser says so of what nobody keeps.
    seen.errors.length = 0;
  });

  test("a newer page is offered, keeps the draft, and takes the place of the old files", async (context) => {
    let build = "";
    const own = readFileSync(`${DIST}sw.js`, "utf8").match(/"([0-9a-f]{12})"/)[1];
    const server = await serve(context, folder((name) => (name === "sw.js" && build ? readFileSync(`${DIST}sw.js`, "utf8").replaceAll(own, build) : undefined)), "127.0.0.1");
    const { page } = await kept(server.url);
    assert.equal(await page.locator(".newer").count(), 0);
    const old = await page.evaluate(() => caches.keys());
    await show(page, "werkbank");
    await goal(page, 3).more.click();
    build = "neu";
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    const notice = page.locator(".newer");
    await notice.waitFor({ timeout: 20_000 });
    assert.match(await notice.innerText(), /Eine neue Fassung dieser Seite liegt bereit. Ihr Entwurf bleibt/);
    assert.deepEqual(await axe(page), []);
    await Promise.all([page.waitForEvent("load"), notice.getByRole("button", { name: "Neu laden" }).click()]);
    await page.waitForSelector(STARTED, { state: "attached" });
    await eventually(async () => {
      const now = await page.evaluate(() => caches.keys());
      assert.ok(now.length === 1 && now[0].endsWith(" neu") && !old.includes(now[0]), now.join());
    });
    await goal(page, 3).more.waitFor();
    assert.ok((await goal(page, 3).change.innerText()) !== "", "the draft came along");
  });

  test("in a frame of another page nothing is kept", async (context) => {
    const { frame } = await hosted(context, fitting(), { serviceWorkers: "allow" });
    await frame.waitForTimeout(1500);
    assert.equal(await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await frame.evaluate(() => caches.keys()), []);
  });

  test("the folder alone is enough for any local server", async (context) => {
    const server = spawn("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", DIST], { stdio: ["ignore", "pipe", "ignore"] });
    context.after(() => server.kill());
    const [said] = await new Promise((done) => server.stdout.once("data", (it) => done([String(it)])));
    const url = `http://127.0.0.1:${said.match(/port (\d+)/)[1]}/`;
    const { page, seen } = await site.openPage({ path: `${url}#werkbank`, screen: "" });
    seen.origins.delete(new URL(url).origin);
    await goal(page, 3).more.click();
    await handRests(page);
  });
});
