/** A held − or +: it goes on by whole steps, stops when it is let go in whatever way, and is one step back. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { eventually, goal, openSite } from "./harness.mjs";

/** Goals whose money nobody reimburses, with room for two millions either way. */
const UP = 3;
/** Longer than a finger rests before it holds. */
const SHORT = 100;

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const euros = async (row) => Number(await row.slider.inputValue());
const undo = (page) => page.locator(".tools button", { has: page.locator("svg") }).first();
const wait = (page, milliseconds) => page.waitForTimeout(milliseconds);
const middle = async (at) => {
  const { x, y, width, height } = await at.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

/** A page whose clock stands still when told to: what must not happen yet does not depend on how fast the machine is. */
const openClocked = () => site.openPage({ prepare: (_, page) => page.clock.install() });
const stop = async (page) => page.clock.pauseAt(1000 + (await page.evaluate(() => Date.now())));

/** One step of a row, found by a click that is taken back. */
async function step(page, row) {
  await row.more.click();
  const one = await euros(row);
  await undo(page).click();
  await eventually(async () => assert.equal(await euros(row), 0));
  return one;
}

/** Holds until the row has gone so many steps at least. */
const reaches = (row, one, steps) => eventually(async () => assert.ok((await euros(row)) >= one * steps), 8000);

/** It has gone whole steps, stands still now, and one step back leads to the plan. */
async function isOneStep(page, row, one) {
  const end = await euros(row);
  assert.ok(end / one >= 3 && Number.isInteger(end / one), `${end} in steps of ${one}`);
  await wait(page, 600);
  assert.equal(await euros(row), end, "it stands still");
  await undo(page).click();
  await eventually(async () => assert.equal(await euros(row), 0));
}

describe("a held button", () => {
  for (const at of ["ledger", "tax"]) {
    test(`goes on while the mouse is down, and is one step: ${at}`, async () => {
      const { page } = await openClocked();
      const row = at === "tax" ? taxRow(page) : goal(page, UP);
      await row.more.scrollIntoViewIfNeeded();
      const plan = await euros(row);
      const { x, y } = await middle(row.more);
      await page.mouse.move(x, y);
      await stop(page);
      await page.mouse.down();
      await page.clock.runFor(SHORT);
      assert.equal(await euros(row), plan, "a short press is a click, which comes at its end");
      await page.clock.resume();
      await eventually(async () => assert.ok((await euros(row)) > plan), 8000);
      const first = (await euros(row)) - plan;
      await wait(page, 600);
      await page.mouse.up();
      const end = await euros(row);
      assert.ok(end - plan > first, "it went on");
      await wait(page, 600);
      assert.equal(await euros(row), end, "the click at the end is no step");
      await undo(page).click();
      await eventually(async () => assert.equal(await euros(row), plan));
    });
  }

  for (const key of ["Enter", "Space"]) {
    test(`goes on while a key is down: ${key}`, async () => {
      const { page } = await openClocked();
      const row = goal(page, UP);
      const one = await step(page, row);
      await row.more.focus();
      await stop(page);
      await page.keyboard.down(key);
      assert.equal(await euros(row), one, "a key steps at once");
      await page.keyboard.down(key);
      assert.equal(await euros(row), one, "the system's own repetition is none of ours");
      await page.clock.resume();
      await reaches(row, one, 4);
      await page.keyboard.up(key);
      await isOneStep(page, row, one);
    });

    test(`a key pressed shortly is one step: ${key}`, async () => {
      const { page } = await site.openPage();
      const row = goal(page, UP);
      const one = await step(page, row);
      for (const times of [1, 2]) {
        await row.more.press(key);
        assert.equal(await euros(row), one * times);
      }
      await undo(page).click();
      await eventually(async () => assert.equal(await euros(row), one, "each press is a step of its own"));
    });
  }

  test("goes on under a finger, and stops when the finger leaves it", async () => {
    const { page, context } = await site.openPage({ hasTouch: true });
    const row = goal(page, UP);
    const one = await step(page, row);
    const touch = await context.newCDPSession(page);
    const at = async (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const { x, y } = await middle(row.more);
    await at("touchStart", [{ x, y }]);
    await reaches(row, one, 3);
    await at("touchEnd", []);
    await isOneStep(page, row, one);

    await at("touchStart", [{ x, y }]);
    await reaches(row, one, 3);
    await at("touchMove", [{ x: x - 200, y }]);
    await wait(page, 200);
    const left = await euros(row);
    await wait(page, 400);
    assert.equal(await euros(row), left, "the finger is elsewhere");
    await at("touchEnd", []);
    await isOneStep(page, row, one);
    await row.more.tap();
    await eventually(async () => assert.equal(await euros(row), one, "a tap afterwards counts"));
  });

  test("stops where the mouse leaves it, where the keyboard goes on, and at the bound", async () => {
    const { page } = await site.openPage();
    const row = goal(page, UP);
    const one = await step(page, row);
    const { x, y } = await middle(row.more);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await reaches(row, one, 3);
    await page.mouse.move(x, y + 200);
    await wait(page, 200);
    const left = await euros(row);
    await page.mouse.move(x, y);
    await page.mouse.up();
    assert.equal(await euros(row), left, "coming back is no click");
    await isOneStep(page, row, one);

    await row.more.focus();
    await page.keyboard.down("Enter");
    await reaches(row, one, 3);
    await row.slider.focus();
    await isOneStep(page, row, one);
    await page.keyboard.up("Enter");

    await row.slider.press("End");
    const most = await euros(row);
    await row.slider.press("ArrowLeft");
    await row.slider.press("ArrowLeft");
    await row.more.focus();
    await page.keyboard.down("Enter");
    await eventually(async () => assert.equal(await euros(row), most), 8000);
    await wait(page, 300);
    await page.keyboard.up("Enter");
    assert.equal(await euros(row), most);
  });

  test("counts once per click in the short path, and repeats there as well", async () => {
    const { page } = await site.openPage({ width: 360, height: 740, screen: "kurz-ziel-mobilitaet" });
    const row = page.locator(".mlist > li").first();
    const more = row.locator(".sb").last();
    const count = async () => Number((await row.locator(".out b").textContent()).replace("+", "") || 0);
    await more.click();
    const one = await count();
    assert.ok(one > 0);
    await more.focus();
    await page.keyboard.down("Space");
    await eventually(async () => assert.ok((await count()) >= one * 4), 8000);
    await page.keyboard.up("Space");
    assert.ok(Number.isInteger((await count()) / one));
  });
});

/** The first tax, with the inputs of a row. */
function taxRow(page) {
  const at = page.locator(".tax").first();
  return { at, more: at.locator("> .ctl button").last(), slider: at.locator("> .ctl input[type=range]") };
}
