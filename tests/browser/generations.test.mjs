/** Generations: the profile of eleven metrics, the discount switch, and the ledger by its parts. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, handRests, ibm, openSite, read, show, sidewaysScroll } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const rows = (page) =>
  page.locator("#profil .metrics:not(.floors) tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
const values = (page) => page.locator("#generationen .coh .v b").allTextContents();

/** Two million euros more for mobility, in steps of 100,000; streets are kept up with it. */
async function moved(page) {
  const { slider } = goal(page, 3);
  await slider.focus();
  for (let step = 0; step < 20; step++) await slider.press("ArrowRight");
  await handRests(page);
}

test("an untouched profile reads as planned in every row", async () => {
  const { page } = await site.openPage();
  const told = await rows(page);
  assert.equal(told.length, 11);
  for (const [question, plan, change] of told) {
    assert.ok(question.includes("?") && plan, question);
    assert.equal(change, "wie geplant", question);
  }
  assert.match(told[1][1], /^Bis 2030 keine Haushaltssicherung; übrig sind dann /, "no results are invented beyond the plan");
  const floors = await page.locator("#profil .floors tbody tr").allTextContents();
  assert.equal(floors.filter((text) => text.includes("nicht berechnet:")).length, 3);
  assert.match(await page.locator("#profil > p").first().textContent(), /^Die Grenze ist nicht gehalten bei .*Hält die Natur\?/);
});

test("a change shows in words, and back at the plan nothing is left of it", async () => {
  const { page } = await site.openPage();
  const before = await rows(page);
  await moved(page);
  await eventually(async () => {
    const now = await rows(page);
    assert.match(now[3][2], /^−.* besser$/, "more upkeep, less backlog");
    assert.match(now[0][2], /^−.* schlechter$/, "nobody pays for it");
    assert.match(now[8][2], /^wie geplant$/, "money lifts no floor at zero");
    assert.match(now[10][2], /zum Vergleich$/, "the weak view has no verdict");
  });
  await page.getByRole("button", { name: "Alles auf den Plan zurück" }).click();
  await eventually(async () => assert.deepEqual(await rows(page), before));
});

test("the discount is a switch of the page and makes later years smaller", async () => {
  const { page } = await site.openPage();
  await moved(page);
  const plain = await values(page);
  const switches = page.locator("#generationen .seg button");
  assert.deepEqual(await switches.evaluateAll((all) => all.map((it) => it.ariaPressed)), ["true", "false", "false"]);
  await switches.nth(2).focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.notDeepEqual(await values(page), plain));
  assert.match(await page.locator("#generationen .a").textContent(), /jedes spätere Jahr zählt 3\s% weniger/);
  assert.match(await page.locator("#abschlag").textContent(), /Richtung|Abschlag/);
  await switches.nth(0).click();
  await eventually(async () => assert.deepEqual(await values(page), plain));
});

test("the ledger opens by its parts and charged otherwise", async () => {
  const { page } = await site.openPage();
  await moved(page);
  await page.locator("#generationen details summary").click();
  await page.locator("#generationen td").nth(20).waitFor();
  const names = () => page.locator("#generationen details th[scope=row]").allTextContents();
  assert.deepEqual(await names(), ["Nachhaltige Mobilität", "Steuern und Gebühren", "zusammen", "andere Zurechnung"]);
  // Six groups of birth years and all people, the same whatever is moved.
  assert.equal(await page.locator("#generationen details th[scope=col]").count(), 8);
  // Another goal gets a row of its own, and the parts add up to all of it.
  await goal(page, 4).less.click();
  await handRests(page);
  await eventually(async () => assert.equal((await names()).length, 5));
  const rows = await page.locator("#generationen details tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(1).map((it) => it.textContent)));
  const [mobility, learning, taxes, all] = rows.map((row) => row.map((text) => read(text)));
  all.forEach((sum, at) => assert.ok(Math.abs(mobility[at] + learning[at] + taxes[at] - sum) <= 2, `column ${at}`));
  const { right } = await page.locator("#generationen details table").evaluate((it) => it.getBoundingClientRect());
  assert.ok(right <= 1280, "no column is out of sight");
  assert.match(await page.locator("#generationen details").textContent(), /es bleibt ±?0/);
  assert.match(await page.locator("#generationen details").textContent(), /Andere Zurechnung \(Annahme\)/);
});

describe("opened", () => {
  for (const options of [{ width: 360, height: 740, colorScheme: "dark" }, { path: "?lang=en" }]) {
    test(`has no fault: ${JSON.stringify(options)}`, async () => {
      const { page } = await site.openPage(options);
      await moved(page);
      const faults = async () => [...(await axe(page)), ...(await ibm(page)), ...(await sidewaysScroll(page))];
      await page.locator("#generationen details summary").click();
      assert.deepEqual(await faults(), []);
      await show(page, "verstehen");
      await page.locator("#profil details summary").click();
      const metrics = page.locator("#profil .formulas > li");
      await metrics.first().waitFor();
      assert.equal(await metrics.count(), 11);
      for (const metric of await metrics.all()) assert.ok(await metric.locator("h4 ~ .letters").count(), await metric.innerText());
      assert.deepEqual(await faults(), []);
    });
  }
});
