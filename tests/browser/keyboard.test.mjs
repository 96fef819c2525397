/** Everything by keyboard: each stop can be seen, each key does what it should, the main job needs no pointer. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { anew, differences, eventually, figures, forbid, goal, handRests, levers, openSite, toggle } from "./harness.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  untouched: /Nichts verändert/,
  balanced: /Änderungen gedeckt/,
  abbreviations: /Mio|Mrd|Tsd|€|\bm\b|%/,
  spoken: {
    de: /^(minus )?([\d.,]+) (Millionen |Milliarden )?Euro(, wie geplant|, [\d.,]+ Prozent (mehr|weniger) als geplant), Untergrenze ([\d.,]+) (Millionen |Milliarden )?Euro, Obergrenze ([\d.,]+) (Millionen |Milliarden )?Euro$/,
    en: /^(minus )?([\d.,]+) (million |billion )?euros(, as planned|, [\d.,]+ per cent (more|less) than planned), lower limit ([\d.,]+) (million |billion )?euros, upper limit ([\d.,]+) (million |billion )?euros$/,
  },
};
/** A goal to raise and one to lower, neither reimbursed, two millions apart from their bounds. */
const [UP, DOWN] = [3, 1];

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const meter = (page) => page.locator(".scale .word").innerText();
const says = (page, pattern) => eventually(async () => assert.match(await meter(page), pattern));
const amount = async (page, key = UP) => Number(await goal(page, key).slider.inputValue());

/** What is wrong with the element that has the focus; `name` is null where nothing on the page has it. */
function stop() {
  const el = document.activeElement;
  if (!el || el === document.body) return { name: null, faults: [] };
  const label = el.closest("label");
  const shown = label && el.matches(".vh") ? label : el;
  const name = `${el.localName}${el.id && `#${el.id}`}.${el.className} „${(el.ariaLabel ?? el.textContent).trim().slice(0, 40)}“`;
  const box = shown.getClientRects()[0] ?? new DOMRect();
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  const faults = [];
  if (right - left < 1 || bottom - top < 1) faults.push("outside of the window");
  else {
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const belongs = hit && (shown.contains(hit) || hit.closest("label")?.control === el || (hit.contains(shown) && !hit.matches("body, html, #app, main")));
    if (!belongs) faults.push(`hidden behind ${hit?.localName}.${hit?.getAttribute("class")}`);
  }
  const style = getComputedStyle(shown);
  const isPage = el.matches("main[tabindex='-1']");
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(style.outlineColor), luminance(getComputedStyle(document.body).backgroundColor)].sort((a, b) => a - b);
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && (light + 0.05) / (dark + 0.05) >= 3;
  if (!isPage && !isOutlined) faults.push("no visible focus");
  window.stops ??= new Map();
  if (!window.stops.has(el)) window.stops.set(el, window.stops.size);
  return { name, faults, place: window.stops.get(el) };
}

/** All that can be reached by Tab and be seen, and has not been reached. */
function missed() {
  const reachable = "a[href], button, input, summary, select, textarea, [tabindex='0']";
  return [...document.querySelectorAll(reachable)]
    .filter((el) => !el.disabled && el.checkVisibility({ visibilityProperty: true }) && !el.closest("[inert]") && !window.stops.has(el))
    .filter((el) => !el.closest("dialog:not([open])") && el.tabIndex >= 0)
    .map((el) => `${el.localName}.${el.className} ${el.textContent.slice(0, 30)}`);
}

/** Presses Tab until the focus leaves the page; the faults of all stops. */
async function walk(page, key = "Tab") {
  const faults = [];
  for (let count = 0; count < 500; count++) {
    await page.keyboard.press(key);
    const at = await page.evaluate(stop);
    if (at.name === null) return { faults, count };
    faults.push(...at.faults.map((fault) => `${at.name}: ${fault}`));
  }
  return { faults: [...faults, "the focus never leaves the page"], count: 500 };
}

/** Presses Tab until an element that matches has the focus. */
async function tabTo(page, selector, key = "Tab") {
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press(key);
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`${selector} cannot be reached by ${key}`);
}

async function press(page, key, count = 1) {
  for (let i = 0; i < count; i++) await page.keyboard.press(key);
}

describe("focus", () => {
  for (const [width, height] of [[320, 640], [1280, 800]]) {
    test(`every stop can be seen, forwards and backwards: ${width}×${height}`, async (context) => {
      const { page } = await site.openPage({ width, height });
      // Moved and opened without giving anything the focus, so that the walk begins at the top.
      await goal(page, UP).slider.evaluate((slider) => {
        slider.value = 1e6;
        for (const name of ["input", "change"]) slider.dispatchEvent(new Event(name, { bubbles: true }));
      });
      await page.locator("#goal-9 .name button").evaluate((button) => button.click());
      await levers(page, 9);
      const forwards = await walk(page);
      assert.deepEqual(forwards.faults, []);
      assert.deepEqual(await page.evaluate(missed), []);
      context.diagnostic(`${forwards.count} stops`);
      const backwards = await walk(page, "Shift+Tab");
      assert.deepEqual(backwards.faults, []);
    });
  }

  test("these checks see a covered, an unmarked and a left-out stop", async () => {
    const { page } = await site.openPage();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".top .lang:focus-visible { outline: none }   .id { position: fixed !important; inset: 0 0 auto 50%; height: 80px; z-index: 99; background: red }");
      document.adoptedStyleSheets = [sheet];
      document.querySelector("#goal-1 > .money input").tabIndex = -1;
    });
    const faults = [];
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(stop);
      faults.push(...at.faults.map((fault) => `${at.name}: ${fault}`));
    }
    assert.ok(faults.some((fault) => fault.includes("no visible focus")), faults.join("\n"));
    assert.ok(faults.some((fault) => fault.includes("hidden behind a.id")), faults.join("\n"));
    await page.evaluate(() => { document.querySelector("#goal-1 > .money input").tabIndex = 0; });
    assert.ok((await page.evaluate(missed)).length > 20);
  });

  test("a dialog takes the focus, keeps it, and gives it back", async () => {
    const { page } = await site.openPage();
    for (const opener of [".tools .main", ".foot-note button[aria-haspopup=dialog]"]) {
      await tabTo(page, opener);
      await press(page, "Enter");
      await page.locator("dialog[open]").waitFor();
      for (let i = 0; i < 30; i++) {
        assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest("dialog[open]")));
        const at = await page.evaluate(stop);
        assert.deepEqual(at.faults, [], at.name);
        await press(page, "Tab");
      }
      await press(page, "Escape");
      await eventually(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
      assert.ok(await page.evaluate((opener) => document.activeElement.matches(opener), opener));
    }
  });

  test("a dialog that takes its opener away leaves the keyboard at the content", async () => {
    const { page } = await site.openPage();
    await goal(page, UP).slider.press("ArrowUp");
    await tabTo(page, ".spread button", "Shift+Tab");
    await press(page, "Enter");
    await page.locator("dialog[open] .end .main").focus();
    await press(page, "Enter");
    await eventually(async () => assert.equal(await page.locator("dialog[open], .spread button:visible").count(), 0));
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "inhalt"));
  });
});

describe("keys", () => {
  test("arrows take one step, with Shift or Page ten, Home and End go to the bounds, Escape goes back", async () => {
    const { page } = await site.openPage();
    const { slider } = goal(page, UP);
    const table = [
      ["ArrowRight", 1], ["ArrowUp", 2], ["ArrowLeft", 1], ["ArrowDown", 0], ["Shift+ArrowRight", 10],
      ["Shift+ArrowDown", 0], ["PageUp", 10], ["PageDown", 0],
    ];
    for (const [key, steps] of table) {
      await slider.press(key);
      await eventually(async () => assert.equal(await amount(page), steps * 100_000, key));
    }
    for (const [key, bound] of [["Home", 1], ["End", 2]]) {
      await slider.press(key);
      const text = await slider.getAttribute("aria-valuetext");
      const [now, ...bounds] = text.match(/[\d.,]+ Millionen/g);
      assert.equal(now, bounds[bound - 1], text);
    }
    await slider.press("PageDown");
    await slider.press("Escape");
    await eventually(async () => assert.equal(await amount(page), 0));
    await slider.press("PageUp");
    await slider.blur();
    await slider.press("End");
    await slider.press("Escape");
    await eventually(async () => assert.equal(await amount(page), 1_000_000));
  });

  test("the same at a lever", async () => {
    const { page } = await site.openPage();
    await toggle(page, UP);
    // A lever with more than a million of room upwards.
    const all = await levers(page, UP);
    const named = await Promise.all(all.map((it) => it.at.innerText()));
    const { slider, less } = all[named.findIndex((it) => it.startsWith("Straßen, Brücken"))];
    // A step is so many whole units.
    assert.match(await less.getAttribute("aria-label"), /: 10\.000 Quadratmeter/);
    await slider.press("ArrowRight");
    const step = Number(await slider.inputValue());
    assert.ok(step > 0);
    await slider.press("ArrowLeft");
    await eventually(async () => assert.equal(Number(await slider.inputValue()), 0));
    for (const [key, steps] of [["ArrowRight", 1], ["PageUp", 11], ["PageDown", 1], ["Escape", 0]]) {
      await slider.press(key);
      await eventually(async () => assert.equal(Number(await slider.inputValue()), steps * step, key));
    }
  });

  test("Ctrl+Z and Ctrl+Y undo and redo, from anywhere; a held key is one step", async () => {
    const { page } = await site.openPage();
    const before = await figures(page);
    await goal(page, UP).slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.down("ArrowRight");
    await page.keyboard.up("ArrowRight");
    const moved = await figures(page);
    assert.equal(await amount(page), 500_000);
    await press(page, "Control+z");
    assert.deepEqual(differences(before, await figures(page)), []);
    await press(page, "Control+y");
    assert.deepEqual(differences(moved, await figures(page)), []);
    await press(page, "Control+z");
    await press(page, "Control+Shift+z");
    assert.deepEqual(differences(moved, await figures(page)), []);
  });

  for (const lang of ["de", "en"]) {
    test(`what a slider says holds what its row shows, without abbreviations: ${lang}`, async () => {
      const { page } = await site.openPage({ path: `?lang=${lang}` });
      for (const [key, by] of [[1, "PageUp"], [2, "PageDown"], [3, "End"], [4, "Home"], [9, "ArrowRight"]]) await goal(page, key).slider.press(by);
      let count = 0;
      const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, "overhead"].map((key) => goal(page, key));
      await toggle(page, 7);
      for (const row of [...rows, ...(await levers(page, 7)), ...(await levers(page, 7)).slice(0, 2)]) {
        const [spoken, shown, change] = await Promise.all([row.slider.getAttribute("aria-valuetext"), row.field.inputValue(), row.change.innerText()]);
        // A number and its unit are held together.
        const text = spoken.replaceAll("\u00a0", " ");
        const [, , number, unit, , direction] = text.match(SAID.spoken[lang]) ?? assert.fail(text);
        assert.doesNotMatch(text, SAID.abbreviations);
        if (unit) assert.equal(number, shown, text);
        assert.equal(direction === undefined, change === "±0", `${text} beside ${change}`);
        if (direction) assert.equal(/mehr|more/.test(direction), change.startsWith("+"), text);
        count += 1;
      }
      assert.ok(count >= 20, `${count} sliders`);
    });
  }
});

test("cards are not sorted away from under the keys", async () => {
  const { page } = await site.openPage();
  const { slider } = goal(page, UP);
  const ids = () => page.locator("#wirkung > .cards h3").evaluateAll((all) => all.map(({ id }) => id));
  const before = await ids();
  await slider.focus();
  await press(page, "PageUp", 2);
  // Faster than the hand comes to rest, which is when the cards are sorted; a slow machine has sorted them by now.
  const held = await page.evaluate(() => {
    const cards = document.querySelector("#wirkung > .cards");
    [...cards.querySelectorAll(".card .acts a")].at(-1).focus();
    return [...cards.querySelectorAll("h3")].map(({ id }) => id);
  });
  await handRests(page);
  assert.ok(await page.evaluate(() => document.activeElement.matches("#wirkung .card a")), "the focus is lost");
  assert.deepEqual(await ids(), held);
  // Once the keys are elsewhere, the next rest sorts.
  await slider.focus();
  await press(page, "PageUp");
  await handRests(page);
  await eventually(async () => assert.notDeepEqual(await ids(), before));
});

test("the main job needs the keyboard only", async () => {
  const { page } = await site.openPage();
  await forbid(page, "pointerdown");
  await press(page, "Tab");
  await press(page, "Enter");
  await tabTo(page, `#goal-${UP} > .ctl input`);
  await press(page, "PageUp", 2);
  await tabTo(page, `#goal-${DOWN} > .ctl input`);
  await press(page, "Shift+ArrowLeft", 2);
  await says(page, SAID.balanced);
  // The cards are sorted once the hand rests, and no more while one of them holds the focus.
  await handRests(page);
  await tabTo(page, "#wirkung .card.moved .acts > a");
  await press(page, "Enter");
  await page.locator("#why-sum").waitFor();
  await page.goBack();
  await page.locator("#ziele").waitFor();
  const before = await figures(page);
  await tabTo(page, ".tools .main");
  await press(page, "Enter");
  await tabTo(page, "dialog[open] .savebar input[type=text]");
  await page.keyboard.type("Per Tastatur");
  await press(page, "Enter");
  await page.locator("dialog[open] .savename").waitFor();
  await anew(page);
  await says(page, SAID.untouched);
  await tabTo(page, ".tools .main");
  await press(page, "Enter");
  await tabTo(page, "dialog[open] .saves .acts button");
  await press(page, "Enter");
  await says(page, SAID.balanced);
  await eventually(async () => assert.deepEqual(differences(before, await figures(page)), []));
});
