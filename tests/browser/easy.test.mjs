/** Leichte Sprache: the short path with few numbers on the same draft, by touch, by keys, and there and back. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, ibm, openSite, show, sidewaysScroll } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const PHONE = { width: 360, height: 740, hasTouch: true };
const SCREENS = ["leicht", "leicht-ziel-mobilitaet", "leicht-geld", "leicht-plan"];
const STAMP = /Dieser Text ist noch nicht geprüft\./;

const heading = (page) => page.locator("main h1:visible");
const isHeaded = (page, words) => eventually(async () => assert.match(await heading(page).innerText(), words));
const row = (page, name) => page.locator(".easy-rows > li").filter({ has: page.getByRole("heading", { name, exact: true }) });
const bar = (page) => page.locator(".stay");
const says = (page, words) => eventually(async () => assert.match(await bar(page).innerText(), words));
const address = (page) => new URL(page.url()).hash;

/** What stands on the screen keeps to the rules that a reader sees; the linter of `tests/easy.rs` knows the others. */
async function isEasy(page) {
  const text = await page.locator(".easy").innerText();
  assert.match(text, STAMP);
  assert.doesNotMatch(text, /[%;()]/);
  for (const [, before, number] of text.matchAll(/(\S+)\s(\d[\d.,]*)/g)) {
    assert.ok(/^(19|20)\d\d$/.test(number) || /^ungefähr$/i.test(before), `${before} ${number}`);
  }
}

test("a citizen with a phone goes through it by touch, takes the text along, and finds the draft on the usual page", async () => {
  const { page, context } = await site.openPage({ ...PHONE, screen: "" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("header .menu").tap();
  await page.locator("header").getByRole("link", { name: "Leichte Sprache" }).tap();
  await isHeaded(page, /^Was ist Ihnen wichtig\?$/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "de-simple");
  assert.match(await page.title(), /^Leichte Sprache · /);
  await isEasy(page);
  await says(page, /Sie haben noch nichts geändert\./);
  await bar(page).getByRole("button", { name: "Letzten Schritt löschen" }).tap();
  await says(page, /Es gibt keinen Schritt zum Löschen\./);

  await page.getByRole("link", { name: /^Verkehr/ }).tap();
  await isHeaded(page, /^Was wollen Sie ändern\?$/);
  const bus = row(page, "Busse in der Stadt");
  const more = page.getByRole("button", { name: "Mehr: Busse in der Stadt" });
  await more.tap();
  await more.tap();
  await eventually(async () => assert.match(await bus.innerText(), /Bei Ihnen: ungefähr 2 Busse mehr im Jahr\./));
  await says(page, /Es fehlen ungefähr 840\.000 Euro im Jahr\./);
  await isEasy(page);

  await bar(page).getByRole("link", { name: "Weiter zum Geld" }).tap();
  await isHeaded(page, /^Woher kommt das Geld\?$/);
  await page.getByRole("button", { name: "Steuer erhöhen: Grund-Steuer für Wohnungen" }).tap();
  await says(page, /Das Geld reicht\.|bleiben im Jahr übrig\./);
  await isEasy(page);

  await bar(page).getByRole("link", { name: "Weiter zu Ihrem Plan" }).tap();
  await isHeaded(page, /^Mein Plan für Münster$/);
  const told = page.locator("#leicht-text");
  // How sure an effect is comes a moment later.
  await eventually(async () => assert.match(await told.innerText(), /anders:|nicht sicher:/));
  await isEasy(page);
  const text = await told.innerText();
  assert.match(text, /Busse in der Stadt[^]*Grund-Steuer für Wohnungen[^]*Das wissen wir nicht\./);
  assert.ok(text.split(/\s+/).length <= 80, text);
  await page.getByRole("button", { name: "Text kopieren" }).tap();
  await says(page, /Der Text ist kopiert\./);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Mein Plan für Münster/);

  await page.getByRole("link", { name: "Zur normalen Seite" }).tap();
  await eventually(async () => assert.match(await page.locator(".card-sheet").innerText(), /Mehr Busse fahren lassen/));
  assert.deepEqual([address(page), await page.evaluate(() => document.documentElement.lang)], ["#kurz-ergebnis", "de"]);
  // And back, to the same step.
  await page.locator("footer").getByRole("link", { name: "Leichte Sprache" }).tap();
  await isHeaded(page, /^Mein Plan für Münster$/);
  assert.equal(address(page), "#leicht-plan");
  await bar(page).getByRole("button", { name: "Letzten Schritt löschen" }).tap();
  await says(page, /Der letzte Schritt ist gelöscht\.[^]*Es fehlen ungefähr 840\.000 Euro im Jahr\./);
});

test("keys alone go through it, and no press loses the keyboard", async () => {
  const { page } = await site.openPage({ path: "?lang=ls", screen: "" });
  await isHeaded(page, /^Was ist Ihnen wichtig\?$/);
  const here = () => page.evaluate(() => document.activeElement.ariaLabel || document.activeElement.textContent.trim());
  const press = (key) => page.keyboard.press(key);
  async function tabTo(name) {
    for (let i = 0; i < 60; i++) {
      if (name.test(await here())) return;
      await press("Tab");
    }
    throw new Error(`no way by Tab to ${name}`);
  }
  await tabTo(/^Verkehr/);
  await press("Enter");
  await eventually(async () => assert.match(await here(), /^Was wollen Sie ändern/));
  await tabTo(/^Mehr: Busse in der Stadt$/);
  await press("Enter");
  await press("Space");
  assert.match(await here(), /^Mehr: Busse/);
  await tabTo(/^Weiter zum Geld$/);
  await press("Enter");
  await eventually(async () => assert.match(await here(), /^Woher kommt das Geld/));
  await tabTo(/^Steuer erhöhen: Grund-Steuer für Wohnungen$/);
  await press("Enter");
  // The button has done its work, leads back now, and still has the keyboard.
  await eventually(async () => assert.match(await here(), /^Wieder wie im Plan: Grund-Steuer für Wohnungen$/));
  await press("Enter");
  await says(page, /Es fehlen ungefähr 840\.000 Euro/);
  await eventually(async () => assert.match(await here(), /^Steuer erhöhen: Grund-Steuer für Wohnungen$/));
  await tabTo(/^Letzten Schritt löschen$/);
  for (let i = 0; i < 5; i++) await press("Enter");
  await says(page, /Es gibt keinen Schritt zum Löschen\.[^]*Sie haben noch nichts geändert\./);
  assert.match(await here(), /^Letzten Schritt löschen$/);
  await tabTo(/^Weiter zu Ihrem Plan$/);
  await press("Enter");
  await eventually(async () => assert.match(await here(), /^Mein Plan für Münster/));
});

test("the end of the room is said, and another language of the page around it keeps draft and keyboard", async () => {
  const { page } = await site.openPage({ path: "#leicht-ziel-mobilitaet" });
  const less = page.getByRole("button", { name: "Weniger: Neue Rad-Wege" });
  await less.click();
  await eventually(async () => assert.match(await row(page, "Neue Rad-Wege").innerText(), /Weniger geht hier nicht\./));
  await page.getByRole("button", { name: "Mehr: Busse in der Stadt" }).click();
  const lang = page.locator(".top .lang");
  await lang.click();
  await page.locator("html[lang=en]").waitFor();
  assert.ok(await lang.evaluate((it) => it === document.activeElement));
  await says(page, /Es fehlen ungefähr 420\.000 Euro/);
  assert.deepEqual([await page.locator(".easy").getAttribute("lang"), address(page)], ["de-simple", "#leicht-ziel-mobilitaet"]);
  await show(page, "auftakt");
  assert.match(await page.locator("footer").innerText(), /Leichte Sprache \(easy German\)/);
});

describe("every screen", () => {
  for (const [width, colorScheme, path] of [[320, "light", "?lang=ls"], [768, "dark", "?lang=en"], [1280, "light", "?town=freiburg-2018"], [360, "dark", ""], [1280, "dark", "?theme=projector"]]) {
    test(`has no fault: ${width}, ${colorScheme}, ${path}`, async () => {
      const { page } = await site.openPage({ width, colorScheme, path: `${path}#leicht-ziel-mobilitaet` });
      await page.locator(".easy-rows button").first().click();
      for (const screen of SCREENS) {
        await show(page, screen);
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        const found = { axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) };
        assert.deepEqual(found, { axe: [], ibm: [], wide: [] }, screen);
      }
    });
  }
});
