/** Keeping work: in the browser, as a file, in a frame of another site, and after a failure. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, afterEach, before, describe, test } from "node:test";
import { STARTED, anew, differences, eventually, figures, goal, openSite, type, watch } from "./harness.mjs";
import { ENTRY, INDEX, act, dialog, names, openSaves, rename, save, stored } from "./saves.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  untouched: /Nichts verändert/,
  missing: /Es fehlen/,
  copy: (name) => `${name} (Kopie)`,
  unreadable: /lässt sich nicht lesen/,
  denied: /lässt hier kein Speichern zu/,
  notAFile: /keine Szenariodatei/,
  otherPack: /anderen Haushalt: anderswo-2026/,
  newer: /neueren Fassung/,
  unknown: /unbekannt und weggelassen: zeppelin/,
  limited: /Spielraum begrenzt: Radwege/,
  failed: /stehen geblieben/,
};
const MOVE = { lever: "radwege", purpose: "mobilitaet", euros_per_year: 500_000 };
const FILE = { format: "zukunftshaushalt-scenario", version: 1, pack: "muenster-2026", name: "Aus einer Datei", moves: [MOVE] };

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const meter = (page) => page.locator(".scale .word").innerText();
const says = (page, pattern) => eventually(async () => assert.match(await meter(page), pattern));

/** Saves as a file; its text. */
async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.match(file.suggestedFilename(), /^zukunftshaushalt-muenster-2026-\d{4}-\d\d-\d\d\.json$/);
  return readFileSync(await file.path(), "utf8");
}

/** Opens a text as a file through the dialog, which must be open. */
const bring = (page, text) =>
  dialog(page).locator("input[type=file]").setInputFiles({ name: "szenario.json", mimeType: "application/json", buffer: Buffer.from(text) });

describe("in the browser", () => {
  test("nothing is stored before the first saving, however much is moved", async () => {
    const { page, context } = await site.openPage();
    for (let i = 0; i < 20; i++) await goal(page, (i % 9) + 1).slider.press(i % 2 ? "ArrowUp" : "PageDown");
    await page.locator(".top .lang").click();
    await openSaves(page);
    await page.keyboard.press("Escape");
    assert.deepEqual(await everything(page, context), [0, 0, 0, 0]);
  });

  test("the look into the stores sees all four", async () => {
    const { page, context } = await site.openPage();
    await page.evaluate(async () => {
      localStorage.a = sessionStorage.a = document.cookie = "a=1";
      await new Promise((done) => (indexedDB.open("a").onsuccess = ({ target }) => done(target.result.close())));
    });
    // The browser writes a cookie down on its own time.
    await eventually(async () => assert.deepEqual(await everything(page, context), [1, 1, 1, 1]));
  });

  async function everything(page, context) {
    const counts = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
    return [...counts, (await context.cookies()).length];
  }

  test("scenarios can be named, copied and deleted; after the last nothing is left", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await openSaves(page);
    await save(page, "Eins");
    await act(page, 0, "copy");
    await eventually(async () => assert.deepEqual(await names(page), ["Eins", SAID.copy("Eins")]));
    await rename(page, 0, "Zwei");
    await eventually(async () => assert.deepEqual(await names(page), ["Zwei", SAID.copy("Eins")]));
    await page.reload();
    await openSaves(page);
    assert.deepEqual(await names(page), ["Zwei", SAID.copy("Eins")]);
    await act(page, 0, "delete");
    await eventually(async () => assert.deepEqual(await names(page), [SAID.copy("Eins")]));
    assert.equal(Object.keys(await stored(page)).length, 1);
    await act(page, 0, "delete");
    await eventually(async () => assert.deepEqual(await stored(page), {}));
    assert.deepEqual(await names(page), []);
    await page.keyboard.press("Escape");
    await goal(page, 3).more.click();
    await says(page, SAID.missing);
  });

  test("deleting keeps the focus in the dialog", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    for (const name of ["Eins", "Zwei"]) await save(page, name);
    await act(page, 0, "delete");
    await eventually(async () => assert.deepEqual(await names(page), ["Zwei"]));
    assert.ok(await page.evaluate(() => !!document.activeElement.closest("dialog[open]")));
  });

  test("an entry that cannot be read is named, left alone, and stops nothing", async () => {
    const { page } = await site.openPage();
    const broken = { [INDEX]: "[1,2]", [ENTRY(1)]: "{ broken", [ENTRY(2)]: JSON.stringify({ schema: 1, app: "x", scenario: FILE }) };
    await page.evaluate((entries) => Object.assign(localStorage, entries), broken);
    await page.reload();
    await says(page, SAID.untouched);
    await openSaves(page);
    assert.match(await dialog(page).locator(".saves li").first().innerText(), SAID.unreadable);
    assert.deepEqual(await names(page), [FILE.name]);
    assert.deepEqual(await stored(page), broken);
    await save(page, "Neu");
    assert.equal((await stored(page))[ENTRY(1)], broken[ENTRY(1)]);
    await act(page, 1, "load");
    await says(page, /500\.000\s€/);
  });

  test("a list that cannot be read does not cost a saved scenario", async () => {
    const { page } = await site.openPage();
    const entry = JSON.stringify({ schema: 1, app: "x", scenario: FILE });
    await page.evaluate((entries) => Object.assign(localStorage, entries), { [INDEX]: "broken", [ENTRY(1)]: entry });
    await openSaves(page);
    await save(page, "Neu");
    assert.ok(Object.values(await stored(page)).includes(entry));
  });

  test("other people's keys stay", async () => {
    const { page } = await site.openPage();
    await page.evaluate(() => localStorage.setItem("fremd", "1"));
    await openSaves(page);
    await save(page, "Eins");
    await act(page, 0, "delete");
    await eventually(async () => assert.deepEqual(await stored(page), { fremd: "1" }));
  });

  test("a full storage is said, and half a scenario is never left", async () => {
    const { page } = await site.openPage();
    await page.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let i = 0; ; i++) localStorage.setItem(`x${size}-${i}`, "x".repeat(size));
        } catch { /* full at this size */ }
      }
    });
    await openSaves(page);
    await dialog(page).locator(".savebar button[type=submit]").click();
    await eventually(async () => assert.ok((await dialog(page).locator(".saysaved").innerText()).length > 20));
    assert.deepEqual(Object.keys(await stored(page)).filter((key) => key.startsWith("zukunftshaushalt")), []);
    assert.deepEqual(await names(page), []);
  });
});

describe("as a file", () => {
  for (const storageDenied of [false, true]) {
    test(`comes back as it was${storageDenied ? ", where storage is denied, which is said" : ""}`, async () => {
      const { page } = await site.openPage({ storageDenied });
      for (const [key, by] of [[3, "PageUp"], [5, "ArrowDown"], [9, "End"]]) await goal(page, key).slider.press(by);
      await page.locator(".tax input[type=range]").first().press("ArrowRight");
      const before = await figures(page);
      await openSaves(page);
      if (storageDenied) {
        assert.match(await dialog(page).innerText(), SAID.denied);
        assert.equal(await dialog(page).locator(".saves, button[type=submit]:visible").count(), 0);
      }
      await dialog(page).locator(".savebar input[type=text]").fill("Als Datei");
      const text = await download(page, dialog(page).locator(".savebar button[type=button]"));
      assert.equal(JSON.parse(text).name, "Als Datei");
      await anew(page);
      await says(page, SAID.untouched);
      await openSaves(page);
      await bring(page, text);
      await says(page, SAID.missing);
      await eventually(async () => assert.deepEqual(differences(before, await figures(page)), []));
      await page.locator(".tools .icon").first().click();
      await says(page, SAID.untouched);
    });
  }

  const refused = [
    ["a text", "Liebes Tagebuch", SAID.notAFile],
    ["an empty file", "", SAID.notAFile],
    ["other JSON", JSON.stringify({ format: "shopping-list" }), SAID.notAFile],
    ["another pack", JSON.stringify({ ...FILE, pack: "anderswo-2026" }), SAID.otherPack],
    ["a newer version", JSON.stringify({ ...FILE, version: 6 }), SAID.newer],
  ];
  test("a file that is no scenario of this budget is refused in words and changes nothing", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    const before = await figures(page);
    await openSaves(page);
    for (const [what, text, said] of refused) {
      await bring(page, text);
      await eventually(async () => assert.match(await dialog(page).locator("[role=status]").innerText(), said, what));
      assert.deepEqual(differences(before, await figures(page)), [], what);
    }
  });

  test("a newer version is called newer even if it holds what this one does not know", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    await bring(page, JSON.stringify({ ...FILE, version: 6, mood: "sunny" }));
    await eventually(async () => assert.match(await dialog(page).locator("[role=status]").innerText(), SAID.newer));
  });

  test("what does not fit is named, the rest is taken", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    const moves = [{ ...MOVE, lever: "zeppelin" }, { ...MOVE, euros_per_year: 9e9 }];
    await bring(page, JSON.stringify({ ...FILE, moves }));
    const last = page.locator(".said .last");
    await eventually(async () => assert.match(await last.innerText(), SAID.unknown));
    assert.match(await last.innerText(), SAID.limited);
    await says(page, SAID.missing);
  });

  test("a name is shown as text, whatever it holds", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    const name = "<img src=x onerror=alert(1)>";
    await bring(page, JSON.stringify({ ...FILE, name }));
    await eventually(async () => assert.ok((await page.locator(".said .last").innerText()).includes(name)));
    assert.equal(await page.locator("img").count(), 0);
  });
});

test("after a failure the page says so and hands out the work", async () => {
  const { page, seen } = await site.openPage();
  for (let i = 0; i < 2; i++) await goal(page, 3).slider.press("PageUp");
  const before = await figures(page);
  await page.evaluate(async () => {
    const { fail_on_purpose } = await import(document.querySelector("link[rel=modulepreload]").href);
    try {
      fail_on_purpose();
    } catch { /* the end of the module */ }
  });
  const box = page.locator("#failure");
  await box.waitFor({ state: "visible" });
  assert.match(await box.innerText(), SAID.failed);
  assert.ok(await page.locator("#ziele").isVisible(), "what was there can still be read");
  assert.ok(await page.locator("#app").evaluate((app) => app.inert));
  const text = await download(page, page.locator("#rescue"));
  assert.deepEqual(seen.violations, []);
  seen.errors.length = 0; // The failure itself was wanted.
  const { page: other } = await site.openPage();
  await openSaves(other);
  await bring(other, text);
  await says(other, SAID.missing);
  await eventually(async () => assert.deepEqual(differences(before, await figures(other)), []));
});

test("in a frame of another site everything works, with its own storage or without", async (context) => {
  const framed = await openSite({ frameAncestors: "http://localhost:*" });
  context.after(() => framed.close());
  const body = `<!DOCTYPE html><title>Host</title><iframe title="App" src="${framed.url}#werkbank" width="1000" height="700"></iframe>`;
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(body));
  await new Promise((done) => server.listen(0, "localhost", done));
  context.after(() => server.close());
  const page = await framed.browser.newPage();
  const seen = await watch(page);
  await page.goto(`http://localhost:${server.address().port}/`);
  const frame = page.frames()[1];
  await frame.waitForSelector(STARTED, { state: "attached" });
  await type(goal(frame, 3).field, "+1");
  await says(frame, SAID.missing);
  const before = await figures(frame);
  await openSaves(frame);
  const isDenied = await frame.evaluate(() => {
    try {
      return localStorage.length > 0;
    } catch {
      return true;
    }
  });
  if (isDenied) {
    assert.match(await dialog(frame).innerText(), SAID.denied);
    const [file] = await Promise.all([page.waitForEvent("download"), dialog(frame).locator(".savebar button[type=button]").click()]);
    await bring(frame, readFileSync(await file.path(), "utf8"));
  } else {
    await save(frame, "Im Rahmen");
    await act(frame, 0, "load");
  }
  await eventually(async () => assert.equal(await dialog(frame).count(), 0));
  assert.deepEqual(differences(before, await figures(frame)), []);
  assert.deepEqual(seen.violations, []);
});
