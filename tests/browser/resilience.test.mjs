/** Crises to try out: the table, the switches, and what they change in the rest of the page. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { anew, axe, eventually, figures, goal, handRests, ibm, openSite, show, sidewaysScroll } from "./harness.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  noPlan: /Kein Haushaltssicherungskonzept nötig/,
  plan: /^Ein Haushaltssicherungskonzept ist 2028 Pflicht/,
  on: "Gerechnet mit: Gewerbesteuer sinkt überall.",
  unmoved: /Nichts verändert/,
};
const MILLIONS = /−?[\d.]+,\d(?=\sMio)/;

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const table = (page) => show(page, "verstehen");
const bench = (page) => show(page, "werkbank");
const rows = (page) => page.locator("#krisentest tbody tr");
const box = (page, at) => page.locator("#krisentest input").nth(at);
const cells = (page, at) => rows(page).nth(at).locator("td").allTextContents();
const law = (page) => page.locator("#recht strong").textContent();
const reserve = async (page) => (await page.locator("#recht p.small", { hasText: /^Allgemeine Rücklage Ende 2030/ }).first().textContent()).match(MILLIONS)[0];

test("every crisis has a row with the plan's figures, and nothing new while nothing is moved", async () => {
  const { page } = await site.openPage();
  assert.equal(await rows(page).count(), 7);
  assert.equal(await box(page, 0).isChecked(), false);
  await table(page);
  // What lies below the window is not laid out before somebody scrolls there, and has no visible text.
  await page.locator("#krisentest").scrollIntoViewIfNeeded();
  await eventually(async () => assert.match((await cells(page, 0))[0], /^2026/));
  const [calm, slump] = [await cells(page, 0), await cells(page, 1)];
  assert.match(calm[0], /^2026:\s−46,8\sMio/);
  assert.match(slump[0], /^2027:\s−109,0\sMio/);
  assert.deepEqual([calm[2], slump[2]], ["über 5 Jahre", "über 5 Jahre"]);
  assert.deepEqual([calm[4], slump[4]], ["nicht nötig", "2028"]);
  assert.deepEqual([calm[5], slump[5]], ["entfällt", "nicht erfasst"]);
  assert.match((await cells(page, 6))[5], /^Plätze für Kinder unter drei\s−\d,\d+, Grünfläche je Kopf\s−\d/);
  assert.deepEqual(await page.locator("#krisentest .new").allTextContents(), Array(42).fill(""));
  await bench(page);
  await goal(page, 3).more.click();
  await eventually(async () => assert.match((await cells(page, 1))[0], /2027:\s−109,0\sMio\.\s€\s*neu\s−109,1/));
});

test("a switch changes reserves and law, by keyboard, and can be taken back", async () => {
  const { page } = await site.openPage();
  await eventually(async () => assert.match(await law(page), SAID.noPlan));
  const [before, calm] = [await reserve(page), await figures(page)];
  await table(page);
  await box(page, 0).focus();
  await page.keyboard.press("Space");
  await eventually(async () => assert.match(await law(page), SAID.plan));
  assert.ok(await box(page, 0).evaluate((it) => it === document.activeElement), "the switch keeps the focus");
  await bench(page);
  assert.notEqual(await reserve(page), before);
  assert.ok(await page.getByText(SAID.on).isVisible());
  // Nothing was moved: the meter, the cards and the generations stay as they are.
  const struck = await figures(page);
  for (const part of ["meter", "ledger", "outputs", "cards", "generations"]) assert.deepEqual(struck[part], calm[part], part);
  assert.match(await page.locator(".scale .word").innerText(), SAID.unmoved);
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.match(await law(page), SAID.noPlan));
  assert.equal(await box(page, 0).isChecked(), false);
  assert.equal(await reserve(page), before);
  await page.keyboard.press("Control+y");
  await eventually(async () => assert.equal(await box(page, 0).isChecked(), true));
});

test("a crisis that is on is told on the scale, with the way to its switch", async () => {
  const { page } = await site.openPage();
  const marker = page.locator(".scale .crisis");
  assert.equal(await marker.isVisible(), false);
  // The law leads there while none is on.
  await page.locator("#recht a[href='#krisentest']").click();
  await eventually(async () => assert.ok(await page.locator("#krisentest").evaluate((it) => Math.abs(it.getBoundingClientRect().top) < innerHeight)));
  await box(page, 0).check();
  await box(page, 2).check();
  await bench(page);
  await eventually(async () => assert.match(await marker.innerText(), /^Krise an: Gewerbesteuer sinkt überall, Zinsen steigen\./));
  await eventually(async () => assert.match(await law(page), SAID.plan));
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.match(await marker.innerText(), /^Krise an: Gewerbesteuer sinkt überall\./));
  await marker.getByRole("link").click();
  await eventually(async () => assert.ok(await page.locator("#krisentest").evaluate((it) => Math.abs(it.getBoundingClientRect().top) < innerHeight)));
  await box(page, 0).uncheck();
  await bench(page);
  await eventually(async () => assert.equal(await marker.isVisible(), false));
  await eventually(async () => assert.match(await law(page), SAID.noPlan));
});

test("debt and interest stand beside the results, at the horizon as well", async () => {
  const { page } = await site.openPage();
  await page.locator("#recht summary").click();
  const years = page.locator("#recht table").first();
  // The name and the value at the horizon, the last year of each row.
  const last = (row) => years.locator("tr:not(:has([colspan]))").nth(row).locator("th, td").evaluateAll((all) => [all[0].textContent, all.at(-1).textContent]);
  assert.deepEqual(await Promise.all([0, 1, 10, 11].map(last)), [["Jahr", "2050"], ["Plan", "–"], ["Schulden", "±0"], ["Zinsen", "±0"]]);
  await goal(page, 3).more.click();
  await handRests(page);
  // 100,000 euros a year for 25 years are 2.5 million, and the interest on them.
  await eventually(async () => assert.match((await last(10))[1], /^\+(2,[5-9]|3,\d)\d*$/));
  assert.match((await last(11))[1], /^\+\d/);
  assert.match(await page.locator("#recht").textContent(), /Der Haushalt ist 2026 bis 2030 nicht ausgeglichen: Erträge und Ausgleichsrücklage reichen nicht \(§\s75\sAbs\.\s2\sGO\sNRW\)\./);
});

test("a file keeps what is switched on, and opening it switches it on again", async () => {
  const { page } = await site.openPage({ screen: "verstehen" });
  await box(page, 4).check();
  await page.locator(".tools .main").click();
  const button = page.locator("dialog[open] button", { hasText: "Als Datei" });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const text = readFileSync(await file.path(), "utf8");
  const { version, shocks } = JSON.parse(text);
  assert.deepEqual({ version, shocks }, { version: 5, shocks: ["starkregen"] });
  const { page: other } = await site.openPage();
  await other.locator(".tools .main").click();
  const buffer = Buffer.from(text);
  await other.locator("dialog[open] input[type=file]").setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
  await eventually(async () => assert.equal(await box(other, 4).isChecked(), true));
  assert.equal(await box(other, 0).isChecked(), false);
});

test("in the browser's store it is kept as well", async () => {
  const { page } = await site.openPage({ screen: "verstehen" });
  await box(page, 1).check();
  await page.locator(".tools .main").click();
  await page.locator("dialog[open] .savebar input[type=text]").fill("Zinsen");
  await page.locator("dialog[open] .savebar button[type=submit]").click();
  await eventually(async () => assert.equal(await page.locator("dialog[open] .savename b").count(), 1));
  await anew(page);
  await rows(page).first().waitFor();
  assert.equal(await box(page, 1).isChecked(), false);
  await page.locator(".tools .main").click();
  await page.locator("dialog[open] .saves li .acts button").first().click();
  await eventually(async () => assert.equal(await box(page, 1).isChecked(), true));
});

for (const [width, colorScheme, path] of [[360, "dark", ""], [1280, "light", "?lang=en"]]) {
  test(`no fault is found with everything open: ${width}, ${colorScheme}${path}`, async () => {
    const { page } = await site.openPage({ width, colorScheme, path });
    const faults = async () => ({ axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) });
    await page.locator("#recht summary").click();
    await goal(page, 3).more.click();
    await handRests(page);
    assert.deepEqual(await faults(), { axe: [], ibm: [], wide: [] });
    await table(page);
    await page.locator("#krisentest summary").click();
    await box(page, 4).check();
    assert.equal(await page.locator("#krisentest h3").count(), 6);
    assert.deepEqual(await faults(), { axe: [], ibm: [], wide: [] });
  });
}
