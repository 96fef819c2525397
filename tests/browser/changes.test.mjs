/** The list of changes: years and a reason for each, behind one step; both are one step back, saved and opened again. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, ibm, levers, openSite, sidewaysScroll, toggle } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const undo = (page) => page.locator(".tools button", { has: page.locator("svg") }).first();
const all = (page) => page.locator("details.more > summary").filter({ hasText: "Alle Änderungen" });
const list = (page) => page.locator(".all-changes > li");

/** Moves a lever and a tax, and opens what stands behind their changes. */
async function changed(page) {
  await toggle(page, 3);
  const [lever] = await levers(page, 3);
  await lever.more.click();
  await page.locator(".tax > .ctl button").last().click();
  await all(page).click();
  await list(page).first().waitFor();
  return { lever, row: list(page).first(), tax: list(page).last() };
}

const open = (row) => row.locator("summary").click();
const year = (row, at) => row.locator("select").nth(at);

describe("a change in the list", () => {
  test("has years and a reason, each one step back", async () => {
    const { page } = await site.openPage();
    const { row, tax } = await changed(page);
    await open(row);
    const [from, to] = [year(row, 0), year(row, 1)];
    const plan = [await from.inputValue(), await to.inputValue()];
    assert.equal(plan[0], "2027");
    await from.selectOption("2029");
    await to.selectOption("2033");
    await eventually(async () => assert.match(await row.innerText(), /2029 bis 2033/));
    const amount = await row.locator(".delta").first().innerText();
    // Backwards is refused in words, and the list stands where it stood.
    await from.selectOption("2040");
    assert.match(await row.locator(".wrong:visible").innerText(), /2040 kommt nach 2033/);
    assert.deepEqual([await from.inputValue(), await to.inputValue()], ["2029", "2033"]);
    assert.equal(await row.locator(".delta").first().innerText(), amount, "years change no amount");
    const reason = row.locator("input");
    await reason.fill("  Sicher zur Schule ");
    await reason.press("Tab");
    assert.match(await row.innerText(), /Grund: Sicher zur Schule/);
    assert.equal(await reason.inputValue(), "Sicher zur Schule");
    await undo(page).click();
    assert.equal(await reason.inputValue(), "");
    await undo(page).click();
    await undo(page).click();
    await eventually(async () => assert.deepEqual([await from.inputValue(), await to.inputValue()], plan));
    // A tax has a reason only.
    await open(tax);
    assert.equal(await tax.locator("select").count(), 0);
    assert.match(await tax.innerText(), /in jedem Jahr von 2027 bis 2050/);
    await tax.locator("input").fill("ä".repeat(500));
    await tax.locator("input").press("Tab");
    assert.equal((await tax.locator("input").inputValue()).length, 200, "no reason is longer");
  });

  test("keeps years and reason over a reload", async () => {
    const { page } = await site.openPage();
    const { row } = await changed(page);
    await open(row);
    await year(row, 1).selectOption("2031");
    await row.locator("input").fill("Weil es eilt");
    await row.locator("input").press("Tab");
    await eventually(async () => assert.match(await row.innerText(), /Weil es eilt/));
    await page.reload();
    await all(page).click();
    await eventually(async () => assert.match(await list(page).first().innerText(), /2027 bis 2031[^]*Grund: Weil es eilt/));
  });

  for (const [width, colorScheme] of [[360, "light"], [1280, "dark"]]) {
    test(`is within reach of everybody: ${width} ${colorScheme}`, async () => {
      const { page } = await site.openPage({ width, colorScheme });
      const { row, tax } = await changed(page);
      await open(row);
      await open(tax);
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await ibm(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      if (process.env.PICTURES) {
        await row.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${process.env.PICTURES}/changes-${width}-${colorScheme}.png` });
      }
    });
  }

  test("whose lever is locked keeps its years", async () => {
    const { page } = await site.openPage();
    const { lever, row } = await changed(page);
    await lever.lock.click();
    await open(row);
    assert.ok(await year(row, 0).isDisabled());
    assert.match(await row.innerText(), /Gesperrt/);
  });
});
