/** Vergleichen: drafts beside the plan and beside each other, by pointer and by keys. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, type } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const receipts = (page) => page.locator(".receipts > li");
const picks = (page) => page.locator(".picks label");
const differences = (page) => page.locator(".differences tbody tr:has(td)");

/** Saves what stands on the page. */
async function save(page, name) {
  await page.locator(".tools .main").click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator(".savebar input[type=text]").fill(name);
  await dialog.locator(".savebar button[type=submit]").click();
  await eventually(async () => assert.ok(await dialog.getByText(name).first().isVisible()));
  await dialog.locator(".end button").click();
}

/** A draft that is saved, and another one on the page. */
async function two(page) {
  await type(goal(page, 3).field, "+2");
  await save(page, "Mehr Mobilität");
  await type(goal(page, 1).field, "-0,3");
  await handRests(page);
}

/** So many further drafts in the storage, each a hundred thousand more than the one before. */
const further = (page, count) => page.evaluate((count) => {
  const [key, text] = Object.entries(localStorage).find(([, text]) => text.includes("Mehr Mobilität"));
  const stem = key.slice(0, key.lastIndexOf("/") + 1);
  for (let i = 1; i <= count; i++) {
    const entry = JSON.parse(text);
    entry.scenario.name = `Entwurf ${i}`;
    for (const move of entry.scenario.moves) move.euros_per_year = Math.round(move.euros_per_year * (1 - i / 10));
    localStorage.setItem(`${stem}more${i}`, JSON.stringify(entry));
  }
}, count);

describe("drafts side by side", () => {
  test("stand beside the plan with what they bring, cost and mean, as their cards tell it", async () => {
    const { page } = await site.openPage();
    await two(page);
    const meter = (await page.locator(".scale .word").innerText()).replace(/\s+/g, " ");
    await page.locator(".views").getByRole("link", { name: "Vergleichen" }).click();
    await receipts(page).first().waitFor();
    assert.equal(new URL(page.url()).hash, "#vergleichen");
    assert.match(await page.locator("h1:visible").innerText(), /^Zwei Entwürfe für Münster nebeneinander/);
    assert.deepEqual((await receipts(page).locator("h2").allInnerTexts()).map((it) => it.trim()), ["A Ihr Entwurf", "B Mehr Mobilität"]);
    // The balance is that of the workbench, for each of them.
    const [missing] = meter.match(/[\d.,]+ (Mio\. )?€/);
    assert.ok((await receipts(page).first().locator(".cover").innerText()).replace(/\s/g, " ").includes(missing), meter);
    await show(page, "kurz-ergebnis");
    await page.locator(".answers .fx b").first().waitFor();
    // Of many, the first ones; the table has all.
    const card = (await page.locator(".answers section").first().locator("b").allInnerTexts()).slice(0, 4);
    await show(page, "vergleichen");
    await eventually(async () => assert.deepEqual(await receipts(page).first().locator("div").first().locator("b").allInnerTexts(), card));
    // Six groups of birth years, a mark and a number for each draft.
    const rows = page.locator(".cohorts tbody tr");
    assert.equal(await rows.count(), 6);
    assert.equal(await rows.first().locator("svg svg").count(), 2);
    await page.goBack();
    await eventually(async () => assert.equal(new URL(page.url()).hash, "#kurz-ergebnis"));
  });

  test("say in one table in what they differ, or everything in which one differs from the plan", async () => {
    const { page } = await site.openPage();
    await two(page);
    await show(page, "vergleichen");
    await page.locator(".compare .more summary").click();
    await differences(page).first().waitFor();
    const only = await differences(page).count();
    for (const row of await differences(page).all()) {
      const [, own, other] = await row.locator("td").allInnerTexts();
      assert.notEqual(own, other);
    }
    await page.getByLabel("Nur Unterschiede").uncheck();
    await eventually(async () => assert.ok((await differences(page).count()) > only));
    const balance = differences(page).filter({ hasText: "Saldo der Änderungen" });
    assert.match((await balance.innerText()).replace(/\s/g, " "), /±0 € −1,7\d* Mio\. € −2,0/);
  });

  test("are chosen by keys, four at most, and the present one changes with the workbench", async () => {
    const { page } = await site.openPage();
    await two(page);
    await further(page, 3);
    await show(page, "vergleichen");
    await eventually(async () => assert.equal(await receipts(page).count(), 4));
    assert.equal(await picks(page).count(), 5);
    const last = picks(page).last().locator("input");
    await last.focus();
    await page.keyboard.press("Space");
    await eventually(async () => assert.match(await page.locator(".picks [role=status]").innerText(), /^Höchstens 4 Entwürfe/));
    assert.equal(await last.isChecked(), false);
    assert.equal(await receipts(page).count(), 4);
    await picks(page).nth(1).locator("input").focus();
    await page.keyboard.press("Space");
    await eventually(async () => assert.equal(await receipts(page).count(), 3));
    await picks(page).last().locator("input").focus();
    await page.keyboard.press("Space");
    await eventually(async () => assert.equal(await receipts(page).count(), 4));
    await page.keyboard.press("Control+z");
    await eventually(async () => assert.equal((await receipts(page).first().locator(".cover").innerText()).replace(/\s/g, " "), "Nicht gedeckt: es fehlen 2,0 Mio. € im Jahr"));
  });

  test("print so that what is not covered can be read without backgrounds, and without what is pressed", async () => {
    const { page } = await site.openPage({ width: 700 });
    await two(page);
    await show(page, "vergleichen");
    await eventually(async () => assert.equal(await receipts(page).count(), 2));
    await page.emulateMedia({ media: "print" });
    const looks = (at) => at.evaluateAll((all) => all.map((it) => getComputedStyle(it)).map(({ color, backgroundColor }) => [color, backgroundColor]));
    const [[ink]] = await looks(page.locator("main h1:visible"));
    const chips = await looks(page.locator(".inv:visible"));
    assert.ok(chips.length > 0);
    assert.deepEqual(chips, chips.map(() => [ink, "rgba(0, 0, 0, 0)"]));
    for (const pressed of ["header .menu", "header .tools", ".compare .picks"]) assert.ok(await page.locator(pressed).isHidden(), pressed);
  });

  test("of a visit without any, the page says what to do", async () => {
    const { page } = await site.openPage({ path: "#vergleichen" });
    await eventually(async () => assert.match(await page.locator("h1:visible").innerText(), /^Noch liegt kein Entwurf/));
    assert.equal(await receipts(page).count(), 0);
  });

  for (const [width, colorScheme, lang, theme = ""] of [[320, "light", "de"], [768, "dark", "en"], [1280, "light", "de"], [1280, "dark", "en", "projector"]]) {
    test(`have no fault: ${width}, ${colorScheme}, ${lang}${theme && `, ${theme}`}`, async () => {
      const { page } = await site.openPage({ width, colorScheme, path: `?lang=${lang}&theme=${theme}` });
      await two(page);
      await further(page, 2);
      await show(page, "vergleichen");
      await eventually(async () => assert.equal(await receipts(page).count(), 4));
      await page.locator(".compare .more summary").click();
      await differences(page).first().waitFor();
      assert.deepEqual({ axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) }, { axe: [], ibm: [], wide: [] });
    });
  }
});
