/** Money from one to another, told before it moves; and a goal moved as a whole, which says what it spreads on. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, ibm, openSite, read, sidewaysScroll, toggle, type } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const undo = (page) => page.locator(".tools button", { has: page.locator("svg") }).first();
const dialog = (page) => page.locator("dialog[open]");
const apply = (page) => dialog(page).locator(".btn.main");
const said = (page) => dialog(page).locator("[role=status]");
const euros = async (row) => Number(await row.slider.inputValue());

describe("money from one to another", () => {
  test("is told first, moves what it said, and is one step back", async () => {
    const { page } = await site.openPage();
    await page.locator(".across .btn").click();
    await dialog(page).waitFor();
    assert.ok(await apply(page).isDisabled(), "nothing is chosen yet");
    assert.match(await said(page).innerText(), /Wählen Sie/);
    const [from, to] = await dialog(page).locator("select").all();
    const keys = await from.locator("option").evaluateAll((all) => all.map((it) => it.value));
    await from.selectOption(keys.find((key) => key && !key.includes(" ")));
    const takers = await to.locator("option").evaluateAll((all) => all.map((it) => it.value));
    assert.ok(!takers.includes(await from.inputValue()), "a goal pays for no part of itself");
    const taker = takers.find((key) => key.includes("radwege")) ?? takers.at(-1);
    await to.selectOption(taker);
    // Told while it is typed, and no button for what is no amount.
    await dialog(page).locator(".money input").fill("0,3");
    await eventually(async () => assert.match(await said(page).innerText(), /gibt 300\.000\s€ im Jahr/));
    await dialog(page).locator(".money input").fill("viel");
    await eventually(async () => assert.ok(await apply(page).isDisabled()));
    await type(dialog(page).locator(".money input"), "0,2");
    await eventually(async () => assert.match(await said(page).innerText(), /gibt 200\.000\s€ im Jahr: \d+\s% .*\n*.*bekommt 200\.000\s€ im Jahr/s));
    const before = await euros(goal(page, 1));
    await type(dialog(page).locator(".money input"), "-1");
    assert.equal(await dialog(page).locator(".money input").getAttribute("aria-invalid"), "true", "less than nothing is no amount");
    await type(dialog(page).locator(".money input"), "900");
    await eventually(async () => assert.match(await said(page).innerText(), /(Untergrenze|Obergrenze) erreicht/));
    await type(dialog(page).locator(".money input"), "0,2");
    await apply(page).click();
    await dialog(page).waitFor({ state: "detached" }).catch(() => {});
    await eventually(async () => assert.match(await page.locator("#aenderungen").innerText(), /200\.000/));
    assert.doesNotMatch(await page.locator(".lead").innerText(), /Entwurf/, "the headline is about what got the money");
    const sum = await page.locator("#ziele .goal:not(.tax) > .ctl input[type=range]").evaluateAll((all) => all.reduce((sum, it) => sum + Math.round(Number(it.value) * 100), 0));
    assert.equal(sum, 0, "what one gives the other gets");
    await undo(page).click();
    await eventually(async () => assert.match(await page.locator("#aenderungen").innerText(), /nichts|Noch/i));
    assert.equal(await euros(goal(page, 1)), before);
  });

  for (const [width, colorScheme] of [[360, "light"], [1280, "dark"]]) {
    test(`is within reach of everybody: ${width} ${colorScheme}`, async () => {
      const { page } = await site.openPage({ width, colorScheme });
      await page.locator(".across .btn").click();
      await dialog(page).waitFor();
      const [from, to] = await dialog(page).locator("select").all();
      await from.selectOption({ index: 2 });
      await to.selectOption({ index: 9 });
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await ibm(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/shift-${width}-${colorScheme}.png` });
    });
  }
});

describe("a goal moved as a whole", () => {
  test("says at the workbench what it would spread on, and what it spread on", async () => {
    const { page } = await site.openPage();
    await toggle(page, 3);
    const at = page.locator("#goal-3 .open .spreads");
    await eventually(async () => assert.match(await at.innerText(), /verteilt sich auf: \d+\s%/));
    await goal(page, 3).more.click();
    await eventually(async () => assert.match(await at.innerText(), /^Verteilt sich auf: \d+\s%/));
  });

  for (const [width, colorScheme] of [[360, "light"], [1280, "dark"]]) {
    test(`is a choice of the short path: ${width} ${colorScheme}`, async () => {
      const { page } = await site.openPage({ width, height: 740, colorScheme, screen: "kurz-ziel-mobilitaet" });
      const whole = page.locator(".whole");
      await whole.locator("summary").click();
      await eventually(async () => assert.match(await whole.innerText(), /verteilt sich auf: \d+\s%/));
      await whole.locator(".sb").last().click();
      await eventually(async () => assert.match(await whole.locator(".out b").innerText(), /^\+0,\d/));
      assert.match(await whole.innerText(), /\nVerteilt sich auf: \d+\s%/);
      assert.ok(read((await whole.locator(".out b").innerText())) > 0);
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      if (process.env.PICTURES) {
        await whole.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${process.env.PICTURES}/whole-${width}-${colorScheme}.png` });
      }
      await whole.getByRole("link").click();
      await page.locator("#goal-" + page.url().split("-").at(-1)).waitFor();
    });
  }
});
