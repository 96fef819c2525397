/** No saved draft is lost: not between tabs, not by a slip, not by a store or a file that fails. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { STARTED, eventually, goal, levers, openSite, toggle } from "./harness.mjs";
import { ENTRY, INDEX, act, button, dialog, entries, field, names, openSaves, rename, save, status, stored } from "./saves.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  gone: (name) => `„${name}“ ist nicht mehr da`,
  changed: (name) => `„${name}“ wurde in einem anderen Fenster geändert`,
  deleted: (name) => `„${name}“ ist gelöscht`,
  back: (name) => `„${name}“ ist wieder da`,
  renamed: (old, name) => `„${old}“ heißt jetzt „${name}“`,
  copies: (name) => [`${name} (Kopie)`, `${name} (Kopie 2)`],
  saveFailed: /Das Sichern im Browser ist fehlgeschlagen/,
  deleteFailed: /verweigert; es wurde nichts gelöscht/,
  listFailed: /gerade nicht; sie sind nicht gelöscht/,
  nameNeeded: /geben Sie einen Namen/,
  tooLarge: /größer als 1 MB/,
  unreadable: /lässt sich nicht lesen/,
  replaced: /war nicht gesichert: „Rückgängig“ bringt es zurück/,
  fileSaved: (name) => `„${name}“ ist als Datei gesichert`,
};
const FILE = { format: "zukunftshaushalt-scenario", version: 1, pack: "muenster-2026", name: "Alt", saved: "2026-01-02", moves: [{ lever: "radwege", purpose: "mobilitaet", euros_per_year: 500_000 }], taxes: [] };
const entry = (name) => JSON.stringify({ schema: 1, app: "0.1.0", scenario: { ...FILE, name } });

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const put = (page, store) => page.evaluate((store) => Object.assign(localStorage, store), store);
const says = (page, words) => eventually(async () => assert.ok((await status(page)).match(words), `${words} in: ${await status(page)}`));
const undelete = (page) => dialog(page).locator(".sayline button");
const lists = (page, expected) => eventually(async () => assert.deepEqual(await names(page), expected));

/** Two tabs of one browser with the dialog open in both. */
async function twoTabs({ prepare, isDeaf } = {}) {
  const { page, context } = await site.openPage();
  if (prepare) await context.addInitScript(prepare);
  // A tab that does not hear of others shows what was there when it opened its list.
  if (isDeaf) await page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await page.reload();
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [page, other]) {
    await tab.waitForSelector(STARTED, { state: "attached" });
    await openSaves(tab);
  }
  return [page, other];
}

/** Saves so many times, `pause` milliseconds apart, faster than a hand could. */
const saveOften = (page, count, pause) =>
  page.evaluate(async ([count, pause]) => {
    const button = document.querySelector("dialog[open] .savebar button[type=submit]");
    for (let i = 0; i < count; i++) {
      button.click();
      await new Promise((done) => setTimeout(done, pause));
    }
  }, [count, pause]);

describe("two tabs", () => {
  const without = () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
  for (const [how, pauses, prepare] of [["", [0, 5, 20], null], [", where tabs cannot wait for each other", [0], without]]) {
    for (const pause of pauses) {
      test(`eighty savings at once, ${pause} ms apart, are eighty drafts${how}`, async () => {
        const tabs = await twoTabs({ prepare });
        await Promise.all(tabs.map((tab) => saveOften(tab, 40, pause)));
        await eventually(async () => assert.equal(Object.keys(entries(await stored(tabs[0]))).length, 80), 30_000);
        for (const tab of tabs) await eventually(async () => assert.equal((await names(tab)).length, 80), 30_000);
      });
    }
  }

  test("a stale row deletes and renames nothing but what it shows", async () => {
    const [deaf, other] = await twoTabs({ isDeaf: true });
    for (const name of ["Eins", "Zwei", "Drei"]) await save(deaf, name);
    await lists(other, ["Eins", "Zwei", "Drei"]);
    await act(other, 2, "delete");
    await lists(other, ["Eins", "Zwei"]);
    await save(other, "Vier");
    await rename(other, 0, "Uno");
    await lists(other, ["Uno", "Zwei", "Vier"]);
    const before = entries(await stored(other));
    assert.deepEqual(await names(deaf), ["Eins", "Zwei", "Drei"]);
    await act(deaf, 2, "delete");
    await says(deaf, SAID.gone("Drei"));
    await lists(deaf, ["Uno", "Zwei", "Vier"]);
    assert.deepEqual(entries(await stored(deaf)), before);

    await rename(other, 1, "Due");
    await rename(other, 0, "One");
    await lists(other, ["One", "Due", "Vier"]);
    const after = entries(await stored(other));
    await rename(deaf, 0, "Mein");
    await says(deaf, SAID.changed("Uno"));
    await lists(deaf, ["One", "Due", "Vier"]);
    assert.deepEqual(entries(await stored(deaf)), after);
  });

  test("each shows at once what the other one does", async () => {
    const [page, other] = await twoTabs();
    await save(page, "Eins");
    await lists(other, ["Eins"]);
    await rename(other, 0, "Zwei");
    await lists(page, ["Zwei"]);
    await act(page, 0, "delete");
    await lists(other, []);
  });

  test("one that never lets go does not hold up the other", async () => {
    const [page, other] = await twoTabs();
    await other.evaluate(() => void navigator.locks.request("zukunftshaushalt/v1", () => new Promise(() => {})));
    await save(page, "Eins");
    assert.equal(Object.keys(entries(await stored(page))).length, 1);
  });
});

describe("what earlier programs saved", () => {
  test("a list that lost entries, or names what is not there, hides nothing and lets nothing be overwritten", async () => {
    const { page } = await site.openPage();
    const old = { [ENTRY(1)]: entry("Eins"), [ENTRY(2)]: entry("Zwei") };
    for (const index of ["[]", "[2]", "[1,1]", "[4294967295]", "4294967295", "{ broken", "[7,8,9]"]) {
      await page.evaluate(() => localStorage.clear());
      await put(page, { ...old, [INDEX]: index });
      await openSaves(page);
      await lists(page, ["Eins", "Zwei"]);
      assert.equal((await stored(page))[INDEX], index, "looking writes nothing");
      for (let i = 0; i < 3; i++) await save(page);
      const now = await stored(page);
      assert.equal(Object.keys(now).length, 5, index);
      assert.deepEqual([now[ENTRY(1)], now[ENTRY(2)]], Object.values(old), index);
      await page.keyboard.press("Escape");
    }
  });

  test("keeps its place and its bytes, is renamed and deleted like the rest", async () => {
    const { page } = await site.openPage();
    await put(page, { [INDEX]: "[2,10]", [ENTRY(2)]: entry("Zwei"), [ENTRY(10)]: entry("Zehn") });
    await openSaves(page);
    await save(page, "Neu");
    assert.deepEqual(await names(page), ["Zwei", "Zehn", "Neu"]);
    assert.equal((await stored(page))[ENTRY(10)], entry("Zehn"));
    await rename(page, 0, "Due");
    await lists(page, ["Due", "Zehn", "Neu"]);
    const { app, ...renamed } = JSON.parse((await stored(page))[ENTRY(2)]);
    assert.deepEqual(renamed.scenario, { ...FILE, name: "Due" });
    await act(page, 1, "delete");
    await lists(page, ["Due", "Neu"]);
  });

  test("a name of five million letters makes no large page", async () => {
    const { page } = await site.openPage();
    await put(page, { [ENTRY(1)]: entry("x".repeat(5_000_000)), [INDEX]: "[1]" });
    await openSaves(page);
    await eventually(async () => assert.equal((await names(page))[0].length, 80));
    const [height, width, inner] = await dialog(page).evaluate((it) => [it.scrollHeight, it.scrollWidth, it.clientWidth]);
    assert.ok(height < 1000 && width <= inner, `${width} × ${height}`);
  });
});

describe("a slip", () => {
  test("a deletion is taken back to the byte, also after the dialog was closed, one after the other", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    await put(page, { [ENTRY(3)]: entry("Alt") });
    for (const name of ["Eins", "Zwei"]) await save(page, name);
    const before = entries(await stored(page));
    for (const name of ["Alt", "Eins", "Zwei"]) {
      await act(page, 0, "delete");
      await says(page, SAID.deleted(name));
    }
    assert.deepEqual(await stored(page), {});
    await page.keyboard.press("Escape");
    await openSaves(page);
    await says(page, SAID.deleted("Zwei"));
    for (const name of ["Zwei", "Eins", "Alt"]) {
      await undelete(page).click();
      await says(page, SAID.back(name));
    }
    await lists(page, ["Alt", "Eins", "Zwei"]);
    assert.deepEqual(await stored(page), before);
    assert.equal(await undelete(page).isVisible(), false);
    assert.ok(await page.evaluate(() => !!document.activeElement.closest("dialog[open]")));
  });

  test("what stands in its place by then is not overwritten", async () => {
    const { page } = await site.openPage();
    await put(page, { [ENTRY(1)]: entry("Alt") });
    await openSaves(page);
    await act(page, 0, "delete");
    await says(page, SAID.deleted("Alt"));
    await put(page, { [ENTRY(1)]: entry("Anders") });
    await undelete(page).click();
    await eventually(async () => assert.deepEqual((await names(page)).sort(), ["Alt", "Anders"]));
    assert.deepEqual(Object.values(entries(await stored(page))).sort(), [entry("Alt"), entry("Anders")].sort());
  });

  test("no name is given twice", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    for (let i = 0; i < 3; i++) await save(page);
    await act(page, 0, "delete");
    await eventually(async () => assert.equal((await names(page)).length, 2));
    for (let i = 0; i < 2; i++) await save(page);
    for (const count of [5, 6]) {
      await act(page, 0, "copy");
      await eventually(async () => assert.equal((await names(page)).length, count));
    }
    const all = await names(page);
    assert.equal(new Set(all).size, all.length, all.join(", "));
    assert.deepEqual(all.slice(-2), SAID.copies(all[0]));
  });

  test("a renaming says what happened and gives the focus back", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    for (const name of ["Eins", "Zwei"]) await save(page, name);
    await act(page, 0, "rename");
    const input = dialog(page).locator(".saves li").first().locator("form input");
    await eventually(async () => assert.ok(await input.evaluate((it) => it === document.activeElement)));
    await input.fill(" ");
    await input.press("Enter");
    await says(page, SAID.nameNeeded);
    await input.fill("Uno");
    await input.press("Enter");
    await says(page, SAID.renamed("Eins", "Uno"));
    await lists(page, ["Uno", "Zwei"]);
    assert.ok(await button(page, 0, "rename").evaluate((it) => it === document.activeElement));
  });

  test("the file bears the name of the draft, or the one that is typed", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await openSaves(page);
    const download = async () => {
      const [file] = await Promise.all([page.waitForEvent("download"), dialog(page).locator(".savebar button[type=button]").click()]);
      return JSON.parse(readFileSync(await file.path(), "utf8")).name;
    };
    await save(page, "Mein Entwurf");
    assert.equal(await download(), "Mein Entwurf");
    await says(page, SAID.fileSaved("Mein Entwurf"));
    await field(page).fill("Anders");
    assert.equal(await download(), "Anders");
  });

  test("events that reach a row after it is gone do nothing", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    await save(page, "Eins");
    await act(page, 0, "rename");
    await page.evaluate(() => { window.late = [...document.querySelectorAll("dialog[open] .saves li *")]; });
    await act(page, 0, "delete");
    await lists(page, []);
    await page.evaluate(() => {
      for (const element of late) for (const type of ["click", "submit", "change", "input", "blur"]) element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    });
    await save(page, "Zwei");
    assert.deepEqual(await names(page), ["Zwei"]);
  });

  test("what is saved is no longer called unsaved, until it changes or is deleted", async () => {
    const { page } = await site.openPage();
    // What the browser asks before it closes the page.
    const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    const warns = async (expected) => {
      await page.keyboard.press("Escape");
      await eventually(async () => assert.equal(await asks(), expected));
    };
    await warns(false);
    await goal(page, 3).more.click();
    await warns(true);
    await openSaves(page);
    await save(page, "Eins");
    await warns(false);
    await goal(page, 3).more.click();
    await warns(true);
    await page.locator(".tools .icon").first().click();
    await warns(false);
    await openSaves(page);
    await act(page, 0, "delete");
    await lists(page, []);
    await warns(true);
  });

  test("locks belong to what is saved", async () => {
    const { page } = await site.openPage();
    const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await goal(page, 3).more.click();
    await openSaves(page);
    await save(page, "Eins");
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await asks(), false));
    await toggle(page, 3);
    const [lever] = await levers(page, 3);
    await lever.lock.click();
    await eventually(async () => assert.equal(await asks(), true));
    await lever.lock.click();
    await eventually(async () => assert.equal(await asks(), false));
  });

  test("opening a draft over one that is not saved says how that comes back, and it does", async () => {
    const { page } = await site.openPage();
    const meter = () => page.locator(".scale .word").innerText();
    const notice = () => page.locator(".said").innerText();
    await goal(page, 3).more.click();
    await openSaves(page);
    await save(page, "Eins");
    await act(page, 0, "load");
    await eventually(async () => assert.match(await notice(), /„Eins“ ist geladen/));
    assert.doesNotMatch(await notice(), SAID.replaced);
    await goal(page, 4).more.click();
    const unsaved = await meter();
    await openSaves(page);
    await act(page, 0, "load");
    await eventually(async () => assert.match(await notice(), SAID.replaced));
    assert.notEqual(await meter(), unsaved);
    await page.locator(".tools .icon").first().click();
    await eventually(async () => assert.equal(await meter(), unsaved));
  });
});

/** Makes a method of the storage throw, or lets it work again. */
const breaks = (page, method, isBroken) =>
  page.evaluate(([method, isBroken]) => {
    window.whole ??= Object.getOwnPropertyDescriptors(Storage.prototype);
    const fail = () => { throw new DOMException("no", "QuotaExceededError"); };
    const broken = method === "length" ? { ...whole.length, get: fail } : { ...whole[method], value: fail };
    Object.defineProperty(Storage.prototype, method, isBroken ? broken : whole[method]);
  }, [method, isBroken]);

describe("a storage that throws", () => {
  const refused = {
    getItem: { delete: SAID.deleteFailed, rename: SAID.saveFailed, save: SAID.listFailed },
    setItem: { save: SAID.saveFailed, rename: SAID.saveFailed, copy: SAID.saveFailed, undelete: SAID.saveFailed },
    removeItem: { delete: SAID.deleteFailed },
    key: { save: SAID.listFailed, copy: SAID.listFailed, delete: SAID.listFailed },
    length: { save: SAID.listFailed, open: SAID.listFailed },
  };
  for (const [method, actions] of Object.entries(refused)) {
    test(`${method}: each action says so and loses nothing`, async () => {
      const { page } = await site.openPage();
      for (const [action, words] of Object.entries(actions)) {
        await page.evaluate(() => localStorage.clear());
        await openSaves(page);
        for (const name of ["Eins", "Zwei", "Drei"]) await save(page, name);
        if (action === "undelete") await act(page, 2, "delete");
        if (action === "undelete") await lists(page, ["Eins", "Zwei"]);
        if (action === "open") await page.keyboard.press("Escape");
        const before = await stored(page);
        await breaks(page, method, true);
        if (action === "save") {
          await field(page).fill("Getippt");
          await field(page).press("Enter");
        } else if (action === "rename") await rename(page, 0, "Anders");
        else if (action === "undelete") await undelete(page).click();
        else if (action === "open") await openSaves(page);
        else await act(page, 0, action);
        await says(page, words);
        await breaks(page, method, false);
        const now = await stored(page);
        // With a list that cannot be read an action still works; with a refusal nothing is another.
        const isDone = words === SAID.listFailed;
        if (!isDone) assert.deepEqual(now, before, action);
        if (action !== "delete") for (const [key, text] of Object.entries(before)) assert.equal(now[key], text, action);
        if (action === "save" && !isDone) assert.equal(await field(page).inputValue(), "Getippt");
        if (action === "delete" && isDone) {
          await undelete(page).click();
          await eventually(async () => assert.deepEqual(await stored(page), before));
        }
        await page.keyboard.press("Escape");
      }
    });
  }

  test("the same refusal twice is read out twice", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    await breaks(page, "setItem", true);
    await dialog(page).locator(".savebar button[type=submit]").click();
    await says(page, SAID.saveFailed);
    await page.evaluate(() => {
      window.changes = 0;
      new MutationObserver((all) => { changes += all.length; }).observe(document.querySelector("dialog[open] [role=status]"), { subtree: true, childList: true, characterData: true });
    });
    for (const count of [1, 2]) {
      await dialog(page).locator(".savebar button[type=submit]").click();
      await eventually(async () => assert.ok(await page.evaluate(() => changes) >= count));
      await says(page, SAID.saveFailed);
    }
  });
});

describe("a file", () => {
  test("of more than a megabyte is refused before it is read", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    await page.evaluate(() => {
      window.read = 0;
      for (const name of ["readAsText", "readAsArrayBuffer"]) FileReader.prototype[name] = () => { read++; };
    });
    const buffer = Buffer.from(JSON.stringify({ ...FILE, name: "x".repeat(10_000_000) }));
    await dialog(page).locator("input[type=file]").setInputFiles({ name: "gross.json", mimeType: "application/json", buffer });
    await says(page, SAID.tooLarge);
    assert.equal(await page.evaluate(() => read), 0);
  });

  test("that was deleted meanwhile is told", async () => {
    const { page } = await site.openPage();
    await openSaves(page);
    const folder = mkdtempSync(join(tmpdir(), "drafts-"));
    const path = join(folder, "weg.json");
    writeFileSync(path, JSON.stringify(FILE));
    // The choice reaches the page only after the file is gone.
    await page.evaluate(() => addEventListener("change", (event) => { if (event.isTrusted) event.stopImmediatePropagation(); }, true));
    await dialog(page).locator("input[type=file]").setInputFiles(path);
    rmSync(folder, { recursive: true });
    await dialog(page).locator("input[type=file]").evaluate((it) => it.dispatchEvent(new Event("change", { bubbles: true })));
    await says(page, SAID.unreadable);
  });
});
