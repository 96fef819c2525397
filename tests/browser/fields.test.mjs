/** Fields and late events: a typed number means one thing, an event for what is gone does nothing, memory stays flat. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { eventually, goal, handRests, levers, openSite, read, toggle, type, show } from "./harness.mjs";

/** Goals whose money nobody reimburses, with room for two millions either way. */
const [UP, DOWN] = [3, 1];

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const euros = async (row) => Number(await row.slider.inputValue());
const undo = (page) => page.locator(".tools button", { has: page.locator("svg") }).first();

describe("a typed number", () => {
  for (const [lang, group, mark] of [["de", ".", ","], ["en", ",", "."]]) {
    test(`is read in one way, and the field shows how: ${lang}`, async () => {
      const { page } = await site.openPage({ path: `?lang=${lang}` });
      const row = goal(page, UP);
      const planned = read(await row.field.inputValue(), lang);
      const one = (planned + 1).toFixed(1);
      for (const text of [one, one.replace(".", ","), `${one} `, "+1", "+ 1,0", "+1.0", "+1.000.000", `+1 Mio${lang === "de" ? "." : ""} €`]) {
        await type(row.field, text);
        await eventually(async () => assert.equal(await euros(row), 1e6, text));
        assert.equal(read(await row.field.inputValue(), lang), planned + 1, text);
        await type(row.field, "±0");
        await eventually(async () => assert.equal(await euros(row), 0));
      }
      await type(row.field, "−1");
      await eventually(async () => assert.equal(await euros(row), -1e6));
      for (const text of ["9.2.5", "1e2", "5 %", `1234${group}567`, "+-1"]) {
        await type(row.field, text);
        assert.equal(await row.field.getAttribute("aria-invalid"), "true", text);
        assert.equal(await euros(row), -1e6, text);
      }
      assert.ok((await row.field.getAttribute("title")).length > 10, "what a sign means is said");
      assert.ok(mark);
    });
  }

  test("what is shown and typed again changes nothing, in every unit", async () => {
    const { page } = await site.openPage();
    const row = goal(page, UP);
    await row.slider.press("PageUp");
    await row.slider.press("ArrowRight");
    const before = await euros(row);
    for (const mode of await page.locator(".seg .mode:visible").all()) {
      await mode.click();
      for (const text of [await row.field.inputValue(), await row.change.innerText()]) {
        await row.field.fill("x");
        await type(row.field, text);
        assert.equal(await euros(row), before, text);
      }
    }
  });

  test("an error goes with the next change of the scenario, whoever makes it", async () => {
    const { page } = await site.openPage();
    const [row, other] = [goal(page, UP), goal(page, DOWN)];
    await other.more.click();
    const ways = [() => undo(page).click(), () => other.more.click(), () => page.locator(".said .acts button").last().click(), () => row.slider.press("ArrowRight"), () => page.locator(".seg .mode").nth(1).click()];
    for (const way of ways) {
      const planned = await row.field.inputValue();
      await type(row.field, "viel");
      assert.equal(await row.field.getAttribute("aria-invalid"), "true");
      await way();
      await eventually(async () => assert.equal(await row.field.getAttribute("aria-invalid"), null, String(way)));
      assert.notEqual(await row.field.inputValue(), "viel");
      assert.ok(await row.at.locator("> .wrong").isHidden());
      assert.ok(planned);
    }
  });
});

test("a thumb dragged past its bound goes back to its amount", async () => {
  const { page } = await site.openPage();
  for (const row of [goal(page, UP), { slider: page.locator(".tax .ctl input").first() }]) {
    for (const end of ["min", "max"]) {
      const [thumb, bound] = await row.slider.evaluate(async (slider, end) => {
        slider.value = slider[end];
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => setTimeout(done, 50));
        const first = slider.valueAsNumber;
        // Nothing is left to move, so only the thumb would.
        slider.value = slider[end];
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => setTimeout(done, 50));
        return [slider.valueAsNumber, first];
      }, end);
      assert.equal(thumb, bound, end);
    }
  }
});

test("undo belongs to the browser in a text field, and to nobody behind a dialog", async () => {
  const { page } = await site.openPage();
  const row = goal(page, UP);
  await row.slider.press("PageUp");
  const moved = await euros(row);
  await row.field.focus();
  await page.keyboard.type("5");
  await page.keyboard.press("Control+z");
  assert.equal(await euros(row), moved);
  await page.keyboard.press("Escape");
  await page.locator(".tools .main").click();
  await page.locator("dialog[open]").waitFor();
  for (const at of ["dialog[open] input[type=text]", "dialog[open] button:enabled"]) {
    await page.locator(at).first().focus();
    for (const key of ["Control+z", "Control+y", "Control+Shift+z"]) await page.keyboard.press(key);
    assert.equal(await euros(row), moved, at);
  }
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
  await row.slider.focus();
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await euros(row), 0));
});

/** Sends an element and all in it every event that a view may listen to; browsers send some while they remove it. */
function late() {
  const send = (it) => {
    for (const type of ["change", "input", "blur", "focus", "toggle", "close", "submit", "pointerdown", "pointercancel", "pointerup"]) {
      it.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
    for (const key of ["ArrowRight", "Home", "Escape", "Enter"]) {
      for (const type of ["keydown", "keyup"]) it.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    }
    // A link leads out of the page even when it is no part of it any more; as long as it is one, it leads to another screen,
    // and what goes there would lead on without end.
    if (!it.closest(it.isConnected ? "a" : "a:not([href^='#'])")) it.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };
  window.late = { send, isOn: false, gone: new Set() };
  const going = (root) => {
    if (!window.late.isOn || root.nodeType !== Node.ELEMENT_NODE || !root.isConnected) return;
    window.late.isOn = false;
    for (const it of [root, ...root.querySelectorAll("*")]) {
      // Only what goes for good: a row that is sorted comes back.
      window.late.gone.add(it);
      send(it);
    }
    window.late.isOn = true;
  };
  const [remove, removeChild] = [Element.prototype.remove, Node.prototype.removeChild];
  Element.prototype.remove = function () {
    going(this);
    return remove.call(this);
  };
  Node.prototype.removeChild = function (child) {
    going(child);
    return removeChild.call(this, child);
  };
}

test("events for what leaves the page, and for what has left it, do nothing", async () => {
  const { page } = await site.openPage({ before: late });
  await goal(page, DOWN).less.click();
  await handRests(page);
  const before = await euros(goal(page, DOWN));
  const told = await page.evaluate(async () => {
    const rest = () => new Promise((done) => setTimeout(done, 60));
    const folds = () => document.querySelectorAll("#wirkung > details, .method > details");
    for (const it of folds()) it.open = true;
    document.querySelector("#goal-3 > .name button").click();
    await rest();
    for (const it of document.querySelectorAll("#goal-3 .lever details")) it.open = true;
    document.querySelector(".tools .main").click();
    await rest();
    window.late.isOn = true;
    document.querySelector("dialog[open]").close();
    document.querySelector("#goal-3 > .name button").click();
    for (const it of folds()) it.open = false;
    await rest();
    window.late.isOn = false;
    const gone = [...window.late.gone].filter((it) => !it.isConnected);
    gone.forEach(window.late.send);
    await rest();
    return { gone: gone.length, inputs: gone.filter((it) => it.localName === "input").length };
  });
  assert.ok(told.gone > 300 && told.inputs > 5, JSON.stringify(told));
  await handRests(page);
  assert.ok(await page.locator("#failure").isHidden());
  assert.equal(await euros(goal(page, DOWN)), before);
  assert.equal(await euros(goal(page, UP)), 0);
  // A link that is gone still leads where it led. The page is alive.
  await show(page, "werkbank");
  await goal(page, UP).more.click();
  await eventually(async () => assert.equal(await euros(goal(page, UP)), 100_000));
});

test("folding gives its memory back", async (context) => {
  const watch = () => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await own.apply(WebAssembly, given);
        window.wasmMemory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }
  };
  const { page } = await site.openPage({ before: watch });
  await handRests(page);
  const size = () => page.evaluate(() => window.wasmMemory.buffer.byteLength / 65536);
  const fold = {
    cards: (count) => page.evaluate(async (count) => {
      const cards = document.querySelector("#wirkung > details");
      for (let i = 0; i < count; i++) {
        cards.open = !cards.open;
        await new Promise((done) => setTimeout(done, 10));
      }
    }, count),
    goals: (count) => page.evaluate(async (count) => {
      const goal = document.querySelector("#goal-3 > .name button");
      for (let i = 0; i < count; i++) {
        goal.click();
        await new Promise((done) => setTimeout(done, 10));
      }
    }, count),
  };
  for (const [name, folds] of Object.entries(fold)) {
    await folds(60);
    const warm = await size();
    await folds(300);
    const end = await size();
    context.diagnostic(`${name}: ${warm} pages of 64 kB, after 300 foldings ${end}`);
    assert.ok(end < warm * 1.1, `${name}: from ${warm} to ${end} pages`);
  }
});

for (const lang of ["de", "en"]) {
  test(`no paragraph and no unit stands apart from its number: ${lang}`, async () => {
    for (const town of ["muenster-2026", "freiburg-2018"]) {
      const { page } = await site.openPage({ path: `?town=${town}&lang=${lang}` });
      await goal(page, UP).slider.press("PageUp");
      await toggle(page, UP);
      await levers(page, UP);
      await page.locator(".method > details, details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
      await handRests(page);
      const torn = await page.evaluate(() => {
        const found = [];
        const walk = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const text = walk.currentNode.data;
          const broken = text.match(/.{0,20}(§ \d|\d (Mio\.|Mrd\.|€|%|million\b|billion\b)|(Mio\.|Mrd\.|million|billion) €).{0,20}/);
          if (broken) found.push(broken[0]);
        }
        return [...new Set(found)];
      });
      assert.deepEqual(torn, []);
    }
  });
}
