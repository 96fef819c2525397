/** "Wie wird gerechnet?": every step and all evidence, and the way there from every number. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, test } from "node:test";
import { ROOT, axe, eventually, goal, ibm, openSite, show, sidewaysScroll } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

/** Rows of a file without its head, cell by cell. */
const table = (path) => readFileSync(`${ROOT}packs/${path}`, "utf8").trim().split("\n").slice(1).map((line) => line.split(";"));

/** Keys and grades of the catalogue's rows of evidence; Münster uses all of its measures. */
const EFFECTS = table("catalogue/measure_effects.csv")
  .map(([id, measure, indicator, , , , , , grade]) => ({ id, measure, indicator, grade }));

/** Indicators of the town. */
const INDICATORS = new Set(table("muenster-2026/indicators.csv").map(([id]) => id));

const section = (page) => page.locator("#rechnung");
const rows = (page) => section(page).locator(".rows > li");
const choice = (page, name) => section(page).locator(".chips").getByRole("button", { name, exact: false });
const grades = (page) => section(page).locator(".rows .grade b").allInnerTexts();

/** Key, grade and basis of each row as it stands there. */
const told = (page) => rows(page).evaluateAll((all) => all.map((row) => ({
  id: row.querySelector(".title .small").textContent,
  grade: row.querySelector(".grade b")?.textContent ?? "",
  basis: row.querySelector("p:last-child").textContent.match(/\([^()]*\)$/)?.[0],
})));

async function opened(options = {}) {
  const visit = await site.openPage({ path: "#rechnung", ...options });
  await rows(visit.page).first().waitFor();
  return visit;
}

describe("the section", () => {
  test("is empty until it is opened, from the foot of the page", async () => {
    const { page } = await site.openPage();
    assert.equal(await section(page).locator("li").count(), 0);
    await page.locator("footer").getByRole("link", { name: "Wie wird gerechnet?" }).click();
    await rows(page).first().waitFor();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "rechnung"));
    // Closed by hand, the same link opens it again.
    await section(page).locator("summary").click();
    await eventually(async () => assert.equal(await section(page).locator("li").count(), 0));
    await page.locator("footer").getByRole("link", { name: "Wie wird gerechnet?" }).click();
    await rows(page).first().waitFor();
  });

  for (const lang of ["de", "en"]) {
    test(`holds every formula in words and letters, and every row of evidence: ${lang}`, async () => {
      const { page } = await opened({ path: `?lang=${lang}#rechnung` });
      const steps = section(page).locator(".formulas > li");
      assert.equal(await steps.count(), 52);
      for (const step of await steps.all()) {
        assert.match(await step.locator(".letters").innerText(), /[=≤<]/);
        assert.ok((await step.locator("h4 + p").innerText()).length > 30);
        assert.ok((await step.locator(".small").innerText()).length > 10);
      }
      for (const { id } of EFFECTS) assert.equal(await page.locator(`#rechnung-${id}`).count(), 1, id);
      for (const row of await rows(page).all()) {
        const [title, sentence, ...rest] = await row.locator("p").allInnerTexts();
        assert.ok(title.length > 10 && sentence.length > 10 && rest.some((it) => /(Quelle|Source): ./.test(it)), title);
      }
    });
  }

  test("orders by grade and shows the chosen grades only", async () => {
    const { page } = await opened();
    const all = await rows(page).count();
    await choice(page, "Beleggrad").click();
    assert.equal(await choice(page, "Beleggrad").getAttribute("aria-pressed"), "true");
    assert.equal(await choice(page, "Ziel").getAttribute("aria-pressed"), "false");
    const ordered = await told(page);
    // Links between indicators have a group of their own.
    const graded = ordered.filter(({ id, grade }) => grade && !/^M/.test(id)).map(({ grade }) => grade);
    assert.deepEqual(graded, [...graded].sort());
    assert.ok(ordered.filter(({ id }) => /^M-/.test(id)).every(({ grade }) => /^[A-D]$/.test(grade)));
    const letters = (all) => all.filter(({ id }) => /^K/.test(id)).map(({ grade }) => grade);
    assert.deepEqual(letters(ordered), EFFECTS.map(({ grade }) => grade).sort());
    // What has no grade follows: links, costs, then values from the official ones to the assumptions.
    const rest = ordered.filter(({ id }) => !/^M/.test(id)).slice(graded.length);
    assert.ok(rest.every(({ grade }) => !grade));
    const values = rest.map(({ basis }) => ["(amtlich)", "(Schätzung)", "(Annahme)"].indexOf(basis)).slice(-100).filter((at) => at >= 0);
    assert.deepEqual(values, [...values].sort());
    assert.equal(await rows(page).count(), all);
    const before = graded.filter((grade) => grade !== "B");
    const others = ["Verbindungen", "Kosten je Einheit", "Amtliche Werte", "Schätzungen", "Annahmen"];
    for (const name of ["B Studie", ...others]) await choice(page, name).click();
    const shown = await grades(page);
    assert.deepEqual(shown, before);
    assert.equal(await section(page).getByRole("status").innerText(), `${shown.length} von ${all} Zeilen`);
    // A link to a row that is hidden shows it.
    const hidden = EFFECTS.find(({ grade }) => grade === "B").id;
    assert.equal(await page.locator(`#rechnung-${hidden}`).count(), 0);
    await page.evaluate((id) => (location.hash = `rechnung-${id}`), hidden);
    await page.locator(`#rechnung-${hidden}:focus`).waitFor();
  });

  test("works by keys alone", async () => {
    const { page } = await site.openPage({ screen: "verstehen" });
    await section(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await rows(page).first().waitFor();
    await choice(page, "Stellschraube").focus();
    await page.keyboard.press("Space");
    await eventually(async () => assert.match(await section(page).locator(".rows").first().locator(".title").first().innerText(), /^[^:]+:/));
    assert.equal(await choice(page, "Stellschraube").getAttribute("aria-pressed"), "true");
  });

  // IBM's engine takes twenty seconds for these rows, and what it adds to axe depends on neither width nor theme.
  for (const [width, colorScheme] of [[360, "light"], [768, "dark"], [1280, "light"]]) {
    test(`has no fault: ${width}, ${colorScheme}`, async () => {
      const { page } = await opened({ width, colorScheme });
      const found = { axe: await axe(page), ibm: width === 360 ? await ibm(page) : [], wide: await sidewaysScroll(page) };
      assert.deepEqual(found, { axe: [], ibm: [], wide: [] });
    });
  }
});

/** What is known of the indicator of a card, by its name. */
async function explain(page, name) {
  await page.locator("#wirkung > details").evaluate((it) => (it.open = true));
  await page.locator("#wirkung .card").filter({ has: page.locator("h3", { hasText: name }) }).locator(".acts > a").click();
  return known(page);
}

/** All that is known of the indicator that is explained. */
async function known(page) {
  const all = page.locator(".insight");
  await all.locator(".more").evaluate((it) => { it.open = true; });
  await all.locator(".more > :not(summary)").first().waitFor();
  return all;
}

describe("from a number", () => {
  test("its evidence is one click away, its row in the list two", async () => {
    const { page } = await site.openPage();
    await goal(page, 1).slider.press("End");
    const all = await explain(page, "Treibhausgase je Kopf");
    const proofs = all.locator(".proof");
    const expected = EFFECTS.filter(({ indicator }) => indicator === "thg_ew");
    for (const { id, grade } of expected) {
      const proof = proofs.filter({ has: page.locator(`a[href="#rechnung-${id}"]`) }).last();
      assert.equal(await proof.locator(".grade b").innerText(), grade, id);
      assert.match(await proof.innerText(), /Quelle: ./, id);
    }
    const { id } = expected[0];
    const sentence = await proofs.filter({ has: page.locator(`a[href="#rechnung-${id}"]`) }).last().locator("p").first().innerText();
    await all.locator(`.proof a[href="#rechnung-${id}"]`).last().click();
    const row = page.locator(`#rechnung-${id}:focus`);
    await row.waitFor();
    assert.ok((await row.innerText()).includes(sentence));
    await eventually(async () => assert.ok(await row.evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight)));
  });

  test("a lever's grounds lead to every row about it, those without an indicator as well", async () => {
    const { page } = await site.openPage();
    const missing = new Set(EFFECTS.map(({ id }) => id));
    const alone = EFFECTS.find(({ indicator }) => !INDICATORS.has(indicator)).id;
    assert.ok(alone);
    for (const name of await page.locator("#ziele .goal > .name button").all()) {
      await name.click();
      await page.locator("#ziele .lever").first().waitFor();
      // All at once: a hand would open one.
      await page.locator("#ziele .lever .grounds").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
      await page.locator(".grounds-in").last().waitFor();
      const links = page.locator(".grounds-in a[href^='#rechnung-']");
      const hrefs = await links.evaluateAll((all) => all.map((it) => it.getAttribute("href")));
      for (const href of hrefs) missing.delete(href.slice("#rechnung-".length));
      if (hrefs.includes(`#rechnung-${alone}`) && !(await page.locator(`#rechnung-${alone}`).count())) {
        const sentence = await links.and(page.locator(`[href="#rechnung-${alone}"]`)).first().locator("xpath=../../p[1]").innerText();
        await links.and(page.locator(`[href="#rechnung-${alone}"]`)).first().click();
        const row = page.locator(`#rechnung-${alone}:focus`);
        await row.waitFor();
        assert.ok((await row.innerText()).includes(sentence));
        await show(page, "werkbank");
      }
      await name.click();
    }
    assert.deepEqual([...missing], []);
  });

  test("every card leads to every row about it", async () => {
    const { page } = await site.openPage();
    await page.locator("#wirkung > details").evaluate((it) => (it.open = true));
    const cards = page.locator("#wirkung .card .acts > a");
    await eventually(async () => assert.ok((await cards.count()) >= 35));
    const found = new Set();
    const ways = await cards.evaluateAll((all) => all.map((it) => it.getAttribute("href").slice(1)));
    for (const way of ways) {
      await show(page, way);
      await eventually(async () => assert.equal(await page.locator("#kennzahl").inputValue(), way.slice("verstehen-".length)));
      const links = (await known(page)).locator(".proof a[href^='#rechnung-']");
      for (const href of await links.evaluateAll((all) => all.map((it) => it.getAttribute("href")))) found.add(href.slice("#rechnung-".length));
    }
    const missing = EFFECTS.filter(({ id, indicator }) => INDICATORS.has(indicator) && !found.has(id));
    assert.deepEqual(missing, []);
  });
});
