/** Ways out of the page and back: a reload, a link, the history, the end of the module. None of them costs a draft. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, test } from "node:test";
import { STARTED, axe, differences, eventually, figures, goal, ibm, openSite, show } from "./harness.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  untouched: /Nichts verändert/,
  missing: /Es fehlen/,
  back: /Ihr Entwurf von vorhin ist wieder da.*begrenzt: Radwege/,
  notBack: /lässt sich nicht wieder öffnen/,
  unsaved: /Ihr Entwurf ist nicht gesichert[^]*Stadt Münster/,
  missing_town: /lässt sich nicht laden[^]*Freiburg[^]*Stadt Münster[^]* bleibt hier/,
  newTab: "öffnet sich in einem neuen Tab",
};
const MUENSTER = "muenster-2026";
const MOVE = { lever: "radwege", purpose: "mobilitaet", euros_per_year: 500_000 };
const FILE = { format: "zukunftshaushalt-scenario", version: 1, pack: MUENSTER, name: "", moves: [MOVE] };

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const says = (page, pattern) => eventually(async () => assert.match(await page.locator(".scale .word").innerText(), pattern));
const stands = (page) => page.waitForSelector(STARTED, { state: "attached" });
const same = (page, before) => eventually(async () => assert.deepEqual(differences(before, await figures(page)), []));
/** The draft that this entry of the session history holds. */
const held = (page, town = MUENSTER) => page.evaluate((key) => history.state?.[key]?.text ?? null, `zukunftshaushalt/draft/${town}`);
const undo = (page) => page.locator(".tools .icon").first();

/** A draft of several goals, a tax and a crisis. */
async function draft(page) {
  for (const [key, by] of [[3, "PageUp"], [5, "ArrowDown"], [9, "End"]]) await goal(page, key).slider.press(by);
  await page.locator(".tax input[type=range]").first().press("ArrowRight");
  await says(page, SAID.missing);
  return steady(page);
}

/** The figures once they have come to rest. */
async function steady(page) {
  for (let before = await figures(page); ;) {
    const now = await figures(page);
    if (differences(before, now).length === 0) return now;
    before = now;
  }
}

/** What a page was asked to do may take the page away before it answers. */
const answered = (asked) =>
  asked.catch((error) => {
    if (!/Execution context was destroyed/.test(error.message)) throw error;
  });

const back = (page, by = -1) => answered(page.evaluate((by) => history.go(by), by));

/** Puts a state into the present entry of the history, as an earlier version of the page may have left it. */
const leave = (page, text, town = MUENSTER) =>
  page.evaluate(([key, text]) => history.replaceState({ [key]: { text, at: 1 } }, ""), [`zukunftshaushalt/draft/${town}`, text]);

describe("the draft", () => {
  test("stands after a reload as it stood before, with nothing to undo, and in no store of the browser", async () => {
    const { page, context } = await site.openPage();
    const before = await draft(page);
    await page.reload();
    await stands(page);
    await same(page, before);
    assert.ok(await undo(page).isDisabled());
    const stores = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
    assert.deepEqual([...stores, (await context.cookies()).length], [0, 0, 0, 0]);
  });

  test("is there even if the page is left in the same moment", async () => {
    const { page } = await site.openPage();
    const left = goal(page, 3).slider.evaluate((slider) => {
      slider.value = slider.max;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      location.reload();
    });
    await Promise.all([page.waitForEvent("load"), answered(left)]);
    await stands(page);
    await says(page, SAID.missing);
  });

  test("is written rarely enough for every browser, however fast the hand", async () => {
    const { page } = await site.openPage();
    await page.evaluate(() => {
      window.writings = 0;
      const { replaceState } = history;
      history.replaceState = (...words) => (window.writings++, replaceState.apply(history, words));
    });
    const begin = Date.now();
    for (let i = 0; i < 40; i++) await goal(page, (i % 9) + 1).more.click();
    await eventually(async () => assert.ok(await held(page)));
    const writings = await page.evaluate(() => window.writings);
    assert.ok(writings >= 1 && writings <= 2 + (Date.now() - begin) / 400, `${writings} in ${Date.now() - begin} ms`);
  });

  test("that went back to the plan is the plan after a reload", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await page.reload();
    await stands(page);
    await says(page, SAID.missing);
    await goal(page, 3).slider.press("PageDown");
    await says(page, SAID.untouched);
    await page.reload();
    await stands(page);
    await says(page, SAID.untouched);
  });

  test("stays with the person across fragments; the newest wins, whatever entry it is", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await page.locator('.bar a[href="#recht"]').evaluate((link) => link.click());
    await page.waitForURL(/#recht/);
    await page.reload();
    await stands(page);
    await says(page, SAID.missing);
    await goal(page, 5).slider.press("PageUp");
    const before = await steady(page);
    await back(page);
    await page.waitForURL(/#werkbank$/);
    await same(page, before);
    await page.reload();
    await stands(page);
    await same(page, before);
  });

  test("that is newer in another entry is taken when the person comes to it", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await eventually(async () => assert.ok(await held(page)));
    await page.locator('.bar a[href="#recht"]').evaluate((link) => link.click());
    const before = await draft(page);
    await eventually(async () => assert.match(await held(page), /trade_tax|property_tax/));
    await page.goto("about:blank");
    await back(page, -2);
    await stands(page);
    // The page loads once more, with what is newer.
    await Promise.all([page.waitForEvent("load"), back(page, 1)]);
    await stands(page);
    assert.match(page.url(), /#recht/);
    // The cards keep an order that depends on the way to the draft; everything it says is in these.
    const said = ({ meter, inputs, ledger, outputs }) => ({ meter, inputs, ledger, outputs });
    await eventually(async () => assert.deepEqual(differences(said(before), said(await figures(page))), []));
  });

  test("comes back with Back, after another town as well, and each town has its own", async () => {
    const { page } = await site.openPage();
    const before = await draft(page);
    await eventually(async () => assert.ok(await held(page)));
    await page.goto(`${site.url}?town=freiburg-2018#werkbank`);
    await stands(page);
    await says(page, SAID.untouched);
    await goal(page, 1).slider.press("PageUp");
    await page.goBack();
    await stands(page);
    await same(page, before);
    await page.goForward();
    await stands(page);
    await says(page, SAID.missing);
    assert.match(await page.title(), /Freiburg/);
  });

  test("of another town in the same entry is left alone", async () => {
    const { page } = await site.openPage();
    await leave(page, "Freiburgs Entwurf", "freiburg-2018");
    await page.reload();
    await stands(page);
    await says(page, SAID.untouched);
    await goal(page, 3).slider.press("PageUp");
    await eventually(async () => assert.ok(await held(page)));
    assert.equal(await held(page, "freiburg-2018"), "Freiburgs Entwurf");
  });

  test("keeps its place when the language changes", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await eventually(async () => assert.ok(await held(page)));
    await page.locator(".top .lang").click();
    // Its words come late; until then the page speaks as before.
    await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), "en"));
    assert.ok(await held(page));
    await page.reload();
    await stands(page);
    await says(page, /missing|short/i);
  });

  test("that no longer fits says what was limited", async () => {
    const { page } = await site.openPage();
    await leave(page, JSON.stringify({ ...FILE, moves: [{ ...MOVE, euros_per_year: 9e9 }] }));
    await page.reload();
    await stands(page);
    await says(page, SAID.missing);
    await eventually(async () => assert.match(await page.locator(".said .last").innerText(), SAID.back));
  });

  for (const [what, text] of [["is no scenario", "Liebes Tagebuch"], ["is newer than the page", JSON.stringify({ ...FILE, version: 99 })]]) {
    test(`that ${what} is refused whole, in words`, async () => {
      const { page } = await site.openPage();
      await leave(page, text);
      await page.reload();
      await stands(page);
      await says(page, SAID.untouched);
      await eventually(async () => assert.match(await page.locator(".said .last").innerText(), SAID.notBack));
      assert.equal(await held(page), text);
    });
  }

  test("is no business of the state's other contents", async () => {
    const { page } = await site.openPage();
    for (const state of [1, "x", { "zukunftshaushalt/draft/muenster-2026": 7 }, { "zukunftshaushalt/draft/muenster-2026": { text: 1, at: "x" } }]) {
      await page.evaluate((state) => history.replaceState(state, ""), state);
      await page.reload();
      await stands(page);
      await says(page, SAID.untouched);
    }
  });

  test("may be too much for the history of a browser: the page goes on", async () => {
    const { page, seen } = await site.openPage();
    await page.evaluate(() => {
      history.replaceState = () => { throw new DOMException("too much", "SecurityError"); };
    });
    await goal(page, 3).slider.press("PageUp");
    await new Promise((done) => setTimeout(done, 600));
    await goal(page, 5).slider.press("PageUp");
    await page.locator(".top .lang").click();
    await says(page, /missing|short/i);
    assert.deepEqual(seen.faults(), []);
  });
});

describe("leaving", () => {
  /** Whether the browser asks when the tab is closed; the tab stays if it does. */
  async function asks(page) {
    const asked = page.waitForEvent("dialog", { timeout: 3000 }).then(async (dialog) => {
      assert.equal(dialog.type(), "beforeunload");
      await dialog.dismiss();
      // Until the page goes on, the browser drops whatever asks it to leave next.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      return true;
    }, () => false);
    const closed = page.waitForEvent("close", { timeout: 3000 }).then(() => false, () => true);
    await page.close({ runBeforeUnload: true });
    return Promise.race([asked, closed]);
  }

  /** Reloads, whatever the browser asks: a question that nobody answers holds the page for good. */
  async function leaveAnyway(page) {
    const answer = (dialog) => dialog.accept();
    page.on("dialog", answer);
    await page.reload();
    page.off("dialog", answer);
  }

  test("is free while there is nothing to lose", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).more.click();
    await undo(page).click();
    await says(page, SAID.untouched);
    assert.equal(await asks(page), false);
  });

  test("makes the browser ask while a draft is unsaved, after a reload as well, and no more once it is saved", async () => {
    const { page } = await site.openPage();
    await goal(page, 3).more.click();
    assert.equal(await asks(page), true);
    await leaveAnyway(page);
    await stands(page);
    await goal(page, 3).slider.focus();
    await page.keyboard.press("Tab");
    assert.equal(await asks(page), true);
    await page.locator(".tools .main").click();
    await page.locator("dialog[open] .savebar button[type=submit]").click();
    await page.locator("dialog[open] .saves li").waitFor();
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await page.evaluate((key) => history.state[key].isUnsaved, `zukunftshaushalt/draft/${MUENSTER}`), false));
    await leaveAnyway(page);
    await stands(page);
    await says(page, SAID.missing);
    await page.keyboard.press("Tab");
    assert.equal(await asks(page), false);
  });

  /** The two places that lead to another town, each with the clicks up to it. */
  const WAYS = {
    "the choice of towns": async (page) => {
      await page.locator(".foot-note button").click();
      await page.locator("dialog[open]").getByRole("link", { name: /Freiburg/ }).click();
    },
    "a saved scenario of another town": async (page) => {
      const scenario = { ...FILE, pack: "freiburg-2018", name: "Dort", moves: [] };
      await page.evaluate((entries) => Object.assign(localStorage, entries), {
        "zukunftshaushalt/v1/index": "[1]",
        "zukunftshaushalt/v1/scenario/1": JSON.stringify({ schema: 1, app: "x", scenario }),
      });
      await page.locator(".tools .main").click();
      await page.locator("dialog[open] .saves").getByRole("link").click();
    },
  };
  const open = (page) => page.locator("dialog[open]");

  for (const [what, go] of Object.entries(WAYS)) {
    test(`by ${what} asks in the page's own words, and does as told`, async () => {
      const { page } = await site.openPage();
      const before = await draft(page);
      await go(page);
      await eventually(async () => assert.match(await open(page).innerText(), SAID.unsaved));
      assert.equal(await open(page).count(), 1);
      assert.deepEqual([await axe(page), await ibm(page)], [[], []]);
      // Stay.
      await open(page).getByRole("button").last().click();
      await open(page).waitFor({ state: "detached" });
      await same(page, before);
      // Save.
      await go(page);
      await open(page).getByRole("button").first().click();
      await open(page).locator(".savebar").waitFor();
      await page.keyboard.press("Escape");
      await open(page).waitFor({ state: "detached" });
      // Go, without another question by the browser; Back leads to the draft.
      page.on("dialog", () => assert.fail("the browser asked as well"));
      await go(page);
      await open(page).getByRole("button").nth(1).click();
      await page.waitForURL(/town=freiburg/);
      await stands(page);
      await page.goBack();
      await stands(page);
      await same(page, before);
    });
  }

  test("with nothing to lose goes without a question", async () => {
    const { page } = await site.openPage();
    await WAYS["the choice of towns"](page);
    await page.waitForURL(/town=freiburg/);
    await stands(page);
    assert.match(await page.title(), /Freiburg/);
  });

  test("into a tab of its own leaves nothing and asks nothing", async () => {
    const { page, context } = await site.openPage();
    await goal(page, 3).more.click();
    await page.locator(".foot-note button").click();
    const link = open(page).getByRole("link", { name: /Freiburg/ });
    const [other] = await Promise.all([context.waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
    await other.waitForSelector(STARTED, { state: "attached" });
    assert.match(await other.title(), /Freiburg/);
    await says(page, SAID.missing);
  });

  const FAULTS = {
    "while the network is gone": (page) => page.context().setOffline(true),
    "whose file is gone": (page) => page.route("**/town-freiburg-*", (route) => route.fulfill({ status: 404, body: "" })),
    "whose file was changed on the way": (page) => page.route("**/town-freiburg-*", (route) => route.fulfill({ body: "[]" })),
    "whose page the server cannot give": (page) => page.route("**/?town=freiburg*", (route) => route.fulfill({ status: 500, body: "" })),
  };
  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`for a town ${what} stays on the page, which says so`, async () => {
      const { page, seen } = await site.openPage();
      const before = await draft(page);
      await fault(page);
      await WAYS["the choice of towns"](page);
      await open(page).getByRole("button").nth(1).click();
      await eventually(async () => assert.match(await open(page).innerText(), SAID.missing_town), 8000);
      await open(page).getByRole("button").last().click();
      await same(page, before);
      assert.doesNotMatch(page.url(), /town=/);
      // Once it is there again, the same way leads there.
      await page.context().setOffline(false);
      await page.unrouteAll();
      await WAYS["the choice of towns"](page);
      await open(page).getByRole("button").nth(1).click();
      await page.waitForURL(/town=freiburg/);
      seen.errors.length = 0; // The browser tells of what did not come.
    });
  }

  test("for a source opens a tab of its own; every source says so", async () => {
    const { page, context } = await site.openPage();
    await goal(page, 3).more.click();
    await show(page, "rechnung");
    const links = page.locator('a[href^="http"]');
    await eventually(async () => assert.ok(await links.count() > 100));
    const others = await links.evaluateAll((all, title) => all.filter((it) =>
      it.target !== "_blank" || !it.relList.contains("noopener") || it.title !== title).map((it) => it.outerHTML), SAID.newTab);
    assert.deepEqual(others, []);
    await context.route((url) => url.origin !== new URL(site.url).origin, (route) => route.fulfill({ contentType: "text/html", body: "source" }));
    const [source] = await Promise.all([context.waitForEvent("page"), page.locator('#rechnung a[href^="http"]').first().click()]);
    await source.waitForLoadState();
    assert.equal(await source.evaluate(() => window.opener), null);
    await source.close();
    await says(page, SAID.missing);
  });
});

describe("after the end of the module", () => {
  /** The page's own panic, as a bug would cause it. */
  const panic = (page) => page.evaluate(async () => {
    const { fail_on_purpose } = await import(document.querySelector("link[rel=modulepreload]").href);
    setTimeout(fail_on_purpose);
  });

  /** A module that grows its memory beyond its bound and traps, as allocating without memory does; no panic tells of it. */
  const exhaust = (page) => page.evaluate(async () => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 1, 1, 1, 7, 5, 1, 1, 116, 0, 0,
      10, 15, 1, 13, 0, 65, 1, 64, 0, 65, 127, 70, 4, 64, 0, 11, 11];
    const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
    setTimeout(instance.exports.t);
  });

  for (const [what, fail] of [["a panic", panic], ["memory that ran out", exhaust]]) {
    test(`${what}: the box lies above an open dialog and hands out the draft`, async () => {
      const { page, seen } = await site.openPage();
      const before = await draft(page);
      await page.locator(".tools .main").click();
      await page.locator("dialog.sheet[open]").waitFor();
      await fail(page);
      const box = page.locator("#failure");
      await box.waitFor({ state: "visible" });
      const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#rescue").click()]);
      assert.match(file.suggestedFilename(), /^zukunftshaushalt-muenster-2026-\d{4}-\d\d-\d\d\.json$/);
      const text = readFileSync(await file.path(), "utf8");
      assert.deepEqual([await axe(page), await ibm(page)], [[], []]);
      for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
      await eventually(async () => assert.ok(await box.isVisible(), "nothing closes the box"));
      await Promise.all([page.waitForEvent("load"), page.locator("#reload").click()]);
      await stands(page);
      await same(page, before);
      const { page: other } = await site.openPage();
      await other.locator(".tools .main").click();
      await other.locator("dialog[open] input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await same(other, before);
      seen.errors.length = 0; // The failure itself was wanted.
    });
  }

  test("twice with the same draft, the page opens without it, and the box has handed it out", async () => {
    const { page, seen } = await site.openPage();
    await draft(page);
    for (const expected of [SAID.missing, SAID.untouched]) {
      await panic(page);
      await page.locator("#rescue").waitFor();
      await Promise.all([page.waitForEvent("load"), page.locator("#reload").click()]);
      await stands(page);
      await says(page, expected);
    }
    seen.errors.length = 0;
  });

  test("an untouched page has nothing to hand out", async () => {
    const { page, seen } = await site.openPage();
    await panic(page);
    await page.locator("#failure").waitFor({ state: "visible" });
    assert.ok(await page.locator("#rescue").isHidden());
    seen.errors.length = 0;
  });
});
