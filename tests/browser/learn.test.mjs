/** Verstehen: one indicator from the beginning, chosen by keys, by pointer, or by what moved. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, type, unfold } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const heading = (page) => page.locator(".insight h1");
const list = (page) => page.locator("#kennzahl");
const steps = (page) => page.locator(".chain > li");
const chosen = (page) => list(page).evaluate((it) => it.selectedOptions[0].textContent);

/** Moves a goal as far as it goes, and shows what that means. */
async function moved(page, key = 1) {
  const { slider, field } = goal(page, key);
  // Between a phone and a desk, goals have no sliders.
  if (await slider.isVisible()) await slider.press("End");
  else await type(field, "+99");
  await handRests(page);
  await show(page, "verstehen");
  await steps(page).first().waitFor();
}

/** Whether a canvas shows anything. */
const isDrawn = (canvas) => canvas.evaluate((it) => {
  const { data } = it.getContext("2d").getImageData(0, 0, it.width, it.height);
  return data.some((byte) => byte !== 0);
});

describe("untouched", () => {
  test("says calmly how it stands, and shows no change", async () => {
    const { page } = await site.openPage({ path: "#verstehen" });
    await eventually(async () => assert.match(await page.locator(".aloud").innerText(), /^Sie haben noch nichts verändert\. .*Bleibt es beim Beschluss/));
    assert.equal(await steps(page).count(), 0);
    assert.ok(!(await page.locator("#h-weg").isVisible()) && !(await page.locator("table.why").isVisible()));
    assert.match(await heading(page).innerText(), /: .*\d{4}/);
    // The course is there, without a change.
    assert.ok(await page.locator(".insight .course canvas").isVisible());
  });
});

describe("after a move", () => {
  test("the number is the headline, and the way leads from money to it", async () => {
    const { page } = await site.openPage();
    await moved(page);
    const number = await heading(page).locator(".n").innerText();
    assert.match(number, /^[\d.,]+$/);
    const kinds = await steps(page).locator(".k").allInnerTexts();
    assert.equal(kinds[0], "Geld");
    assert.equal(kinds[1], "Maßnahme");
    assert.ok(kinds.length >= 4, kinds.join());
    const values = await steps(page).locator(".big").allInnerTexts();
    assert.match(values[0], /€$/);
    assert.ok(values.slice(-2).some((it) => it.startsWith(number)), `${number} is not at the end of ${values}`);
    assert.match(await page.locator(".aloud").innerText(), /^Mit .* im Jahr.*Das bedeutet 2050: /);
    for (const canvas of await page.locator(".chain canvas, .sure canvas, .course canvas").all()) {
      await eventually(async () => assert.ok(await isDrawn(canvas)));
    }
    for (const step of (await steps(page).all()).slice(1)) assert.match(await step.innerText(), /wahrscheinlich|genau/);
  });

  test("an indicator is chosen by pointer, kept by the address, and survives a reload", async () => {
    const { page } = await site.openPage();
    await moved(page);
    const before = await heading(page).innerText();
    const entries = await page.evaluate(() => history.length);
    const other = await list(page).locator("option").evaluateAll((all) => all.find((it) => !it.selected).value);
    await list(page).selectOption(other);
    await eventually(async () => assert.notEqual(await heading(page).innerText(), before));
    assert.equal(new URL(page.url()).hash, `#verstehen-${other}`);
    // A choice is no place to go back to.
    assert.equal(await page.evaluate(() => history.length), entries);
    await page.reload();
    await heading(page).waitFor();
    assert.equal(await list(page).inputValue(), other);
  });

  test("an indicator is chosen by keys alone", async () => {
    const { page } = await site.openPage({ path: "#verstehen" });
    await heading(page).waitFor();
    const first = await chosen(page);
    for (let i = 0; i < 30 && !(await list(page).evaluate((it) => it === document.activeElement)); i++) await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await eventually(async () => assert.notEqual(await chosen(page), first));
    const name = await chosen(page);
    await eventually(async () => assert.ok((await heading(page).innerText()).includes(name)));
    assert.ok(await list(page).evaluate((it) => it === document.activeElement), "the list keeps the keyboard");
  });

  test("“Warum?” on the workbench leads to it, and Back returns", async () => {
    const { page } = await site.openPage();
    await goal(page, 1).slider.press("End");
    await goal(page, 3).slider.press("End");
    await handRests(page);
    // Not the one that the last move changes most.
    const card = page.locator("#wirkung .card.moved").filter({ has: page.locator("#kennzahl-thg_ew") });
    const name = await card.locator("h3").innerText();
    const link = card.getByRole("link");
    assert.equal(await link.innerText(), "Warum?");
    await link.focus();
    await page.keyboard.press("Enter");
    await steps(page).first().waitFor();
    assert.equal((await chosen(page)).replace(/\s/g, ""), name.replace(/\s/g, ""));
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.localName), "h1"));
    await page.goBack();
    await eventually(async () => assert.ok(await page.locator("#ziele").isVisible()));
    assert.equal(new URL(page.url()).hash, "#werkbank");
    assert.ok(await card.isVisible());
    // The way through the head is about what moved most again.
    await show(page, "verstehen");
    assert.equal(new URL(page.url()).hash, "#verstehen");
  });

  test("the way to the workbench leads to the goal that the indicator belongs to, opened", async () => {
    const { page } = await site.openPage();
    await moved(page);
    await show(page, "verstehen");
    await page.locator(".insight .kick a").click();
    await eventually(() => assert.match(new URL(page.url()).hash, /^#goal-\d$/));
    const row = page.locator(new URL(page.url()).hash);
    await eventually(async () => assert.match(await row.getAttribute("class"), /opened/));
    await eventually(async () => assert.ok((await row.boundingBox()).y >= 0 && (await row.boundingBox()).y < 700));
  });

  test("every indicator that moved can be chosen from its card", async () => {
    const { page } = await site.openPage();
    await moved(page);
    await show(page, "werkbank");
    await unfold(page);
    const hrefs = await page.locator("#wirkung .card .acts > a").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
    const options = await list(page).locator("option").evaluateAll((all) => all.map((it) => `#verstehen-${it.value}`));
    assert.deepEqual([...hrefs].sort(), [...options].sort());
  });
});

describe("everywhere", () => {
  for (const [width, colorScheme, lang] of [[320, "light", "de"], [360, "dark", "en"], [768, "dark", "de"], [1280, "light", "en"], [1280, "dark", "de"]]) {
    test(`has no fault: ${width}, ${colorScheme}, ${lang}`, async () => {
      const { page } = await site.openPage({ width, colorScheme, path: `?lang=${lang}#verstehen` });
      await heading(page).waitFor();
      assert.deepEqual({ axe: await axe(page), wide: await sidewaysScroll(page) }, { axe: [], wide: [] }, "untouched");
      await show(page, "werkbank");
      await moved(page);
      await page.locator(".insight details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
      await page.locator(".insight .proof").first().waitFor();
      const found = { axe: await axe(page), ibm: colorScheme === "light" ? await ibm(page) : [], wide: await sidewaysScroll(page) };
      assert.deepEqual(found, { axe: [], ibm: [], wide: [] });
    });
  }

  test("steps stand side by side where there is room, and below each other on a phone", async () => {
    const { page } = await site.openPage();
    await moved(page);
    const places = () => steps(page).evaluateAll((all) => all.map((it) => { const { left, top } = it.getBoundingClientRect(); return [left, top].map(Math.round); }));
    const wide = await places();
    assert.equal(new Set(wide.map(([, top]) => top)).size, 1);
    assert.equal(new Set(wide.map(([left]) => left)).size, wide.length);
    await page.setViewportSize({ width: 360, height: 740 });
    const narrow = await places();
    assert.equal(new Set(narrow.map(([left]) => left)).size, 1);
    assert.equal(new Set(narrow.map(([, top]) => top)).size, narrow.length);
  });
});
