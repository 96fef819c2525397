/** Von 1991 nach 2030: the budget by products and by goals, followed there and back by pointer and by keys. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, type } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const flow = (page) => page.locator("#produkte-ziele");
const picks = (page, side) => flow(page).locator(".side").nth(side).locator("button.pick");
const pressed = (page) => flow(page).locator('button.pick[aria-pressed="true"]');

async function opened(page) {
  await show(page, "verstehen");
  await picks(page, 1).first().waitFor();
}

describe("the budget by products and by goals", () => {
  test("is followed from a product area to a goal and back, by pointer and by keys, and the keyboard stays", async () => {
    const { page } = await site.openPage();
    await opened(page);
    assert.ok((await picks(page, 0).count()) >= 15 && (await picks(page, 1).count()) >= 9);
    await picks(page, 0).nth(1).click();
    assert.equal(await pressed(page).count(), 1);
    const table = flow(page).locator("table.followed:visible").first();
    const groups = await table.locator("tbody tr").count();
    assert.ok(groups >= 1);
    await table.locator("button").first().click();
    assert.equal(await flow(page).locator('table.followed:visible button[aria-pressed="true"]').count(), 1);
    // On from the group to one of its goals, by keys alone.
    const chip = flow(page).locator(".chips:visible button").first();
    // Its amount stands behind its name.
    const name = (await chip.innerText()).replace(/\u00ad/g, "").replace(/\s[\d.,]+$/, "");
    await chip.press("Enter");
    await eventually(async () => assert.ok((await page.evaluate(() => document.activeElement.innerText)).replace(/\u00ad/g, "").includes(name), name));
    assert.ok((await pressed(page).getAttribute("id")).startsWith("nach-"));
    // And back to an area, then to all.
    await flow(page).locator("table.followed:visible button").first().press("Enter");
    await eventually(async () => assert.ok((await pressed(page).getAttribute("id")).startsWith("von-")));
    await flow(page).locator(".following button").press("Enter");
    await eventually(async () => assert.equal(await pressed(page).count(), 0));
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
  });

  test("shows what is moved on both sides", async () => {
    const { page } = await site.openPage();
    await type(goal(page, 3).field, "+0,5");
    await handRests(page);
    await opened(page);
    for (const side of [0, 1]) {
      const changes = await flow(page).locator(".side").nth(side).locator(".delta").allInnerTexts();
      assert.ok(changes.some((it) => it.includes("+")), `side ${side}: ${changes.join("|")}`);
    }
  });

  for (const [width, colorScheme, lang] of [[320, "dark", "de"], [768, "light", "en"], [1280, "dark", "en"]]) {
    test(`has no fault: ${width}, ${colorScheme}, ${lang}`, async () => {
      const { page } = await site.openPage({ width, colorScheme, path: `?lang=${lang}` });
      await opened(page);
      await picks(page, 0).nth(1).click();
      // At each width the wheel in the other of its two forms, before everything is checked once.
      await page.locator("#zielrad .seg button[aria-pressed=false]").click();
      assert.deepEqual({ axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) }, { axe: [], ibm: [], wide: [] });
    });
  }
});

describe("the wheel", () => {
  const wheel = (page) => page.locator("#zielrad");

  test("is a picture beside its list, and each segment leads to its indicator", async () => {
    const { page } = await site.openPage({ path: "#zielrad" });
    await wheel(page).locator("ol a").first().waitFor();
    assert.ok(await wheel(page).locator("canvas").isVisible());
    assert.equal(await wheel(page).locator(".miss").count(), 0);
    assert.match(await wheel(page).locator("ol li").last().innerText(), /Kein Ziel bekannt\.$/);
    await wheel(page).locator("ol a").first().focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(new URL(page.url()).hash, "#verstehen-thg_ew"));
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.localName), "h1"));
    assert.match(await page.locator(".insight h1").innerText(), /Treibhausgase/);
  });

  test("is bars on a phone, and a wheel after one press", async () => {
    const { page } = await site.openPage({ path: "#zielrad", width: 360 });
    const bars = wheel(page).locator(".miss");
    await bars.first().waitFor();
    assert.ok(!(await wheel(page).locator("canvas").isVisible()));
    assert.equal(await bars.count(), 38);
    assert.equal(await wheel(page).locator(".miss .unknown").count(), 33, "what is not known is hatched");
    await wheel(page).locator(".seg button").first().click();
    await eventually(async () => assert.ok(await wheel(page).locator("canvas").isVisible()));
    assert.equal(await bars.count(), 0);
  });
});
