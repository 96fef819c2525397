/** What stands beside all ways: what is stored and how to be rid of it, and how accessible the page is. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, ibm, openSite, show, sidewaysScroll } from "./harness.mjs";
import { ENTRY, INDEX, dialog, openSaves, save } from "./saves.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const heading = (page) => page.locator("main h1:visible");
const rows = (page) => page.locator(".stock > li");
const told = (page) => page.locator(".aside > [role=status]").first();
const meter = (page) => page.locator(".scale .word");

/** How much lies in the four stores, and the drafts in the present entry of the history. */
async function everything(page, context) {
  const counts = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  const drafts = await page.evaluate(() => Object.values(history.state ?? {}).filter((it) => it?.text).length);
  return [...counts, (await context.cookies()).length, drafts];
}

/** The page as a public body has published it; `said` is its statement. */
const published = (said) => async (context) => {
  const text = JSON.stringify(said);
  const named = `data-statement-file="statement.json" data-statement-integrity="sha256-${createHash("sha256").update(text).digest("base64")}"`;
  await context.route("**/statement.json", (route) => route.fulfill({ contentType: "application/json", body: text }));
  await context.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('<meta name="town"', `<meta name="town" ${named}`) });
  });
};
const STATEMENT = {
  land: "NW", body: "Stadt Beispiel", contact: { mail: "hilfe@beispiel.example", phone: "0123 456", form: "https://beispiel.example/melden" },
  enforcement: { name: "Ombudsstelle", link: "https://ombud.example/" }, status: "partial", method: { tested_by: "Prüfstelle" },
  gaps: [{ de: "Es fehlt ein Video.", en: "A video is missing." }], date: "2024-03-01",
};

describe("what is stored", () => {
  test("is listed in plain words, can be saved first, and goes with one button; the page goes on", async () => {
    const { page, context } = await site.openPage();
    await goal(page, 3).slider.press("PageUp");
    await openSaves(page);
    await save(page, "Eins");
    await page.evaluate(([index, broken]) => Object.assign(localStorage, { [index]: "[]", [broken]: "{ broken", foreign: "of another page" }), [INDEX, ENTRY("abc")]);
    await dialog(page).getByRole("link", { name: "Gespeicherte Daten" }).click();
    await eventually(async () => assert.equal(await heading(page).innerText(), "Meine gespeicherten Daten"));
    await eventually(async () => assert.equal(await rows(page).count(), 4));
    const listed = (await rows(page).allInnerTexts()).join("\n");
    for (const said of [/„Eins“, Stadt Münster.*\s+Speicher des Browsers · [\d.,]+\s(kB|Byte) · \d\d?\.\d\d?\.20\d\d/, /nicht lesen lässt/, /früheren Fassung/, /an dem Sie arbeiten, Stadt Münster.*\s+Verlauf dieses Tabs/]) assert.match(listed, said);

    const all = page.getByRole("button", { name: "Alles löschen" });
    await all.click();
    assert.match(await dialog(page).innerText(), /Gelöscht werden 4 Einträge\./);
    const files = [];
    page.on("download", (file) => files.push(file));
    await dialog(page).getByRole("button", { name: "3 Entwürfe als Dateien sichern" }).click();
    await eventually(() => assert.equal(files.length, 3));
    const texts = await Promise.all(files.map(async (file) => readFileSync(await file.path(), "utf8")));
    assert.ok(texts.includes("{ broken") && texts.some((it) => it.includes('"Eins"')), texts.join("\n"));
    await eventually(async () => assert.match(await dialog(page).locator("[role=status]").innerText(), /3 Dateien gesichert\./));
    await dialog(page).getByRole("button", { name: "Behalten" }).click();
    assert.equal(await rows(page).count(), 4);
    assert.ok(await all.evaluate((it) => it === document.activeElement));

    await all.press("Enter");
    await dialog(page).getByRole("button", { name: "Endgültig löschen" }).press("Enter");
    await eventually(async () => assert.match(await told(page).innerText(), /^Gelöscht sind 4 Einträge\./));
    await eventually(async () => assert.ok(await told(page).evaluate((it) => it === document.activeElement)));
    assert.match(await page.locator(".aside").innerText(), /Hier ist nichts gespeichert\./);
    assert.ok(!(await all.isVisible()));
    // What another page of the same host has stored is not ours to delete.
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["foreign"]);
    await page.evaluate(() => localStorage.removeItem("foreign"));
    // What the page notes a moment later is that there is no draft.
    await page.waitForTimeout(500);
    assert.deepEqual(await everything(page, context), [0, 0, 0, 0, 0]);

    await show(page, "werkbank");
    assert.match(await meter(page).innerText(), /Nichts verändert/);
    await goal(page, 3).more.click();
    await eventually(async () => assert.match(await meter(page).innerText(), /Es fehlen/));
    await page.locator(".tools .icon").first().click();
    await eventually(async () => assert.match(await meter(page).innerText(), /Nichts verändert/));
    assert.ok(await page.locator(".tools .icon").first().isDisabled(), "nothing of before can be taken back");
    await page.reload();
    await eventually(async () => assert.match(await meter(page).innerText(), /Nichts verändert/));
  });

  test("is told as far as the browser tells it, and the draft can be deleted where stores refuse", async () => {
    const { page } = await site.openPage({ storageDenied: true });
    await goal(page, 3).slider.press("PageUp");
    await show(page, "daten");
    assert.match(await page.locator(".aside .inv").innerText(), /gibt einen seiner Speicher nicht heraus/);
    await eventually(async () => assert.equal(await rows(page).count(), 1));
    await page.getByRole("button", { name: "Alles löschen" }).click();
    await dialog(page).getByRole("button", { name: "Endgültig löschen" }).click();
    await eventually(async () => assert.match(await told(page).innerText(), /Nicht alles ließ sich löschen/));
    await show(page, "werkbank");
    assert.match(await meter(page).innerText(), /Nichts verändert/);
  });
});

describe("the statement", () => {
  test("is linked on every screen, and says what nobody has published or checked", async () => {
    const { page } = await site.openPage({ screen: "" });
    for (const screen of ["auftakt", "kurz", "kurz-ziel-mobilitaet", "kurz-geld", "kurz-ergebnis", "werkbank", "verstehen", "vergleichen", "ratsanlage", "leicht", "daten"]) {
      await show(page, screen);
      assert.ok(await page.locator("footer").getByRole("link", { name: "Barrierefreiheit" }).isVisible(), screen);
    }
    await page.locator("footer").getByRole("link", { name: "Barrierefreiheit" }).click();
    await eventually(async () => assert.equal(await heading(page).innerText(), "Barrierefreiheit"));
    const said = page.locator(".aside");
    assert.match(await said.innerText(), /hat keine öffentliche Stelle veröffentlicht[^]*axe-core[^]*echten Bildschirmleser/);
    await page.locator(".top .lang").click();
    await eventually(async () => assert.match(await said.innerText(), /has not been published by a public body[^]*real screen reader/));
  });

  test("of a public body stands there with its ways to complain, and says when it is old", async () => {
    const { page } = await site.openPage({ prepare: published(STATEMENT), path: "#barrierefreiheit" });
    const said = page.locator(".aside");
    await eventually(async () => assert.match(await said.innerText(), /Stadt Beispiel \(Nordrhein-Westfalen\)[^]*teilweise[^]*01\.03\.2024[^]*Prüfstelle[^]*älter als ein Jahr[^]*Es fehlt ein Video\./));
    const links = await said.locator("a").evaluateAll((all) => all.map((it) => it.href));
    assert.deepEqual(links, ["mailto:hilfe@beispiel.example", "tel:0123456", "https://beispiel.example/melden", "https://ombud.example/"]);
    await page.locator(".top .lang").click();
    await eventually(async () => assert.match(await said.innerText(), /partly[^]*A video is missing\./));
    assert.deepEqual({ axe: await axe(page), ibm: await ibm(page) }, { axe: [], ibm: [] });
  });
});

for (const [width, colorScheme, lang] of [[320, "light", "en"], [768, "dark", "de"], [1280, "light", "de"], [1280, "dark", "en"]]) {
  test(`has no fault: ${width}, ${colorScheme}, ${lang}`, async () => {
    const { page } = await site.openPage({ width, colorScheme, path: `?lang=${lang}#kurz-ziel-mobilitaet` });
    await page.locator(".mlist .sb").last().click();
    const found = async () => ({ axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) });
    for (const screen of ["barrierefreiheit", "daten"]) {
      await show(page, screen);
      if (screen === "daten") await rows(page).first().waitFor();
      assert.deepEqual(await found(), { axe: [], ibm: [], wide: [] }, screen);
    }
    await page.locator(".aside button:visible").first().click();
    assert.deepEqual(await found(), { axe: [], ibm: [], wide: [] }, "the question");
  });
}
