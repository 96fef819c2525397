/** The first screen and the short path: a citizen with a phone, by touch, by keys, and what each screen says. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, besideSummaries, eventually, goal, handRests, ibm, openSite, read, show, sidewaysScroll, type } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const PHONE = { width: 360, height: 740, hasTouch: true };

/** The screens of the short path by their addresses. */
const SCREENS = ["auftakt", "kurz", "kurz-ziel-mobilitaet", "kurz-geld", "kurz-ergebnis"];

/** A choice of the list by the beginning of its name. */
const choice = (page, name) => page.locator(".mlist > li").filter({ has: page.getByRole("heading", { name }) });
const more = (row) => row.locator(".sb").last();
const less = (row) => row.locator(".sb").first();
const heading = (page) => page.locator("main h1:visible");
/** A screen is there once its heading says so: the address leads, the page follows. */
const isHeaded = (page, words) => eventually(async () => assert.match(await heading(page).innerText(), words));
const balance = (page) => page.locator(".act .bal");
const on = (page) => page.locator(".act .btn");

/** Goes from the first screen to the measures of mobility. */
async function toMeasures(page) {
  await page.locator(".door").first().click();
  await page.getByRole("link", { name: /Nachhaltige Mobilität/ }).click();
  await page.locator(".mlist").waitFor();
}

/** Moves two buses a year and goes on to the money. */
async function buses(page) {
  const row = choice(page, "Mehr Busse fahren lassen");
  for (let i = 0; i < 2; i++) await more(row).click();
  return row;
}

/** How many words and how many numbers stand in the window. */
const counted = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = [];
  for (let node; (node = walker.nextNode());) {
    const text = node.data.trim();
    // The small figure of CO2 is no number.
    if (!text || node.parentElement.localName === "sub" || !node.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width <= 1 || box.bottom <= 0 || box.top >= innerHeight) continue;
    const middle = document.elementFromPoint(Math.min(box.left + 2, innerWidth - 1), (box.top + Math.min(box.bottom, innerHeight)) / 2);
    if (middle && (middle.contains(node.parentElement) || node.parentElement.contains(middle))) seen.push(text);
  }
  const words = seen.join(" ").split(/[\s\u00a0]+/).filter((it) => /[\p{L}\d]/u.test(it));
  const numbers = words.filter((it) => /\d/.test(it));
  return { words: words.length - numbers.length, numbers: numbers.length };
});

describe("the first screen", () => {
  for (const [lang, sentence, share] of [
    ["de", "Münster gibt 2026 1,69 Milliarden Euro aus.", /^Höchstens 38 Millionen davon ließen sich nach unserer Annahme in einem Jahr umschichten\. Wo würden Sie\?$/],
    ["en", "Münster spends 1.69 billion euros in 2026.", /^By our assumption, 38 million of it at most could be moved within a year\. Where would you\?$/],
  ]) {
    test(`says one sentence, shows one picture and asks: ${lang}`, async () => {
      const { page } = await site.openPage({ path: `?lang=${lang}`, screen: "" });
      const plain = (text) => text.replace(/\s+/g, " ").trim();
      assert.equal(plain(await heading(page).innerText()), sentence);
      assert.match(plain(await page.locator(".say").innerText()), share);
      const picture = await page.locator(".karo").getAttribute("aria-label");
      assert.match(picture, lang === "de" ? /1\.687 Kästchen.*Ausgemalt: 38/ : /1,687 squares.*Filled: 38/);
      assert.equal(await page.locator(".door").count(), 2);
    });
  }

  test("the second door leads to the workbench", async () => {
    const { page } = await site.openPage({ screen: "" });
    await page.locator(".door").last().click();
    await page.locator("#ziele").waitFor();
    assert.equal(new URL(page.url()).hash, "#werkbank");
  });

  test("the second town has its own", async () => {
    const { page } = await site.openPage({ path: "?town=freiburg-2018", screen: "" });
    await isHeaded(page, /^Freiburg gibt 2018 \d+\sMillionen Euro aus\.$/);
  });
});

describe("a citizen with a phone", () => {
  test("moves a measure, pays for it, and holds a card", async () => {
    const { page } = await site.openPage({ ...PHONE, screen: "" });
    const tap = (at) => at.tap();
    await tap(page.locator(".door").first());
    await tap(page.getByRole("link", { name: /Nachhaltige Mobilität/ }));
    const row = choice(page, "Mehr Busse fahren lassen");
    await tap(more(row));
    await tap(more(row));
    assert.equal(await row.locator(".out b").innerText(), "+2");
    await eventually(async () => assert.match(await row.locator(".got").innerText(), /^\+2 zusätzliche Stadtbusse[^]*\+\d+ Wege am Tag.*von heute rund 760\.000/));
    assert.match(await balance(page).innerText(), /Es fehlen\s+840\.000\s€/);
    await tap(on(page));
    await isHeaded(page, /^Woher kommen 840\.000\s€ im Jahr\?$/);
    assert.match(await page.locator(".trade section").first().innerText(), /2 zusätzliche Stadtbusse/);
    // Something else for less: the same size and colour as what is gained.
    await tap(page.locator(".elsewhere > summary"));
    await tap(page.locator(".folds summary", { hasText: "Globale Verantwortung" }));
    await tap(less(page.locator(".folds .mlist > li").first()));
    const [gain, loss] = [page.locator(".trade section").first().locator(".v"), page.locator(".lose .v")];
    const look = (at) => at.evaluate((it) => ["fontSize", "color", "fontWeight"].map((name) => getComputedStyle(it)[name]));
    assert.deepEqual(await look(loss), await look(gain));
    // A tax for the rest: it says what it means for a household, and nothing is missing afterwards.
    await tap(page.getByRole("button", { name: "Grundsteuer B, Wohnen erhöhen" }));
    assert.match(await balance(page).innerText(), /Änderungen gedeckt|Übrig/);
    const tax = page.locator(".others > li.on");
    assert.match(await tax.innerText(), /Hebesatz von 410 auf 4\d\d: \+[\d.,]+\s(€|Mio\. €) im Jahr\. Je 100\s€ Messbetrag: \+[\d,]+\s€ im Jahr\./);
    await page.locator("#messbetrag").fill("200");
    const [, to] = (await tax.innerText()).match(/auf (\d+)/);
    const [, bill] = (await tax.innerText()).match(/Für Sie: \+([\d,]+)\s€/);
    assert.equal(read(bill), (200 * (Number(to) - 410)) / 100);
    await tap(on(page));
    const card = page.locator(".card-sheet");
    assert.match(await card.innerText(), /Mehr Busse fahren lassen/);
    for (const title of ["Das bringt", "Das kostet", "Generationen", "Was das Gesetz sagt", "Wie sicher ist das?"]) {
      assert.equal(await card.getByRole("heading", { name: title }).count(), 1, title);
    }
    assert.match(await card.locator("section").first().innerText(), /\+2\s+zusätzliche Stadtbusse/);
  });

  test("may leave it uncovered, and the card says so first", async () => {
    const { page } = await site.openPage({ ...PHONE, screen: "" });
    await toMeasures(page);
    await buses(page);
    await on(page).click();
    const others = page.locator("section:has(> .others)");
    assert.match(await others.innerText(), /Was fehlt, 840\.000\s€ im Jahr, käme aus der Rücklage oder aus Krediten\./);
    // What the law says of it is one step away.
    assert.doesNotMatch(await others.innerText(), /Haushaltssicherungskonzept/);
    await page.getByText("Was das Gesetz dazu sagt").click();
    await eventually(async () => assert.match(await others.innerText(), /Haushaltssicherungskonzept/));
    await page.getByRole("link", { name: "Ohne Deckung weiter" }).click();
    assert.match(await page.locator(".answers > p").first().innerText(), /^Nicht gedeckt: es fehlen 840\.000\s€ im Jahr$/);
  });

  test("finds what to cut below its heading, and a raised tax under the finger and among what pays", async () => {
    for (const width of [320, 360, 768]) {
      const { page } = await site.openPage({ ...PHONE, width, screen: "" });
      await toMeasures(page);
      await buses(page);
      await on(page).click();
      await page.getByText("Etwas anderes kürzen").click();
      const goals = page.locator(".elsewhere .more");
      await goals.nth(3).locator("summary").click();
      await goals.nth(3).locator(".mlist > li").first().waitFor();
      assert.deepEqual([await besideSummaries(page), await sidewaysScroll(page)], [[], []], `${width}`);
      const name = await goals.nth(3).locator(".mlist > li h2").first().boundingBox();
      assert.ok(name.width > 100, `${width}: a name has ${name.width} pixels`);
      const raise = page.locator(".others > li:not(.wide-row) button").nth(1);
      await raise.scrollIntoViewIfNeeded();
      const before = await raise.boundingBox();
      await raise.tap();
      await page.getByText(/^Gekürzt wird nichts\. Mehr Einnahmen im Jahr: Grundsteuer B, Wohnen \+8/).waitFor();
      const after = await raise.boundingBox();
      assert.ok(Math.abs(after.y - before.y) < 30, `${width}: from ${before.y} to ${after.y}`);
      await less(goals.nth(3).locator(".mlist > li").first()).tap();
      await page.locator(".lose").getByText(/^Mehr Einnahmen im Jahr: Grundsteuer B, Wohnen \+8/).waitFor();
    }
  });

  test("sees at the workbench what was done, and the way back and forward", async () => {
    const { page } = await site.openPage({ screen: "" });
    await toMeasures(page);
    await buses(page);
    await on(page).click();
    await on(page).click();
    await page.getByRole("link", { name: "Genauer ansehen" }).click();
    assert.match(await page.locator(".scale .word").innerText(), /840\.000\s€/);
    for (const hash of ["#kurz-ergebnis", "#kurz-geld", "#kurz-ziel-mobilitaet", "#kurz", ""]) {
      await page.goBack();
      await eventually(() => assert.equal(new URL(page.url()).hash, hash));
    }
    await isHeaded(page, /^Münster gibt/);
    await page.goForward();
    await page.goForward();
    await page.locator(".mlist .on").waitFor();
    assert.match(await balance(page).innerText(), /840\.000/);
    // A step back on any screen.
    await page.locator(".tools .icon").first().click();
    assert.match(await balance(page).innerText(), /420\.000/);
  });

  test("at the end of the room the page says that nothing more goes", async () => {
    const { page } = await site.openPage({ ...PHONE, path: "#kurz-ziel-mobilitaet" });
    await less(choice(page, "Neue eigene Radwege bauen")).click();
    const news = page.locator(".news-line");
    await eventually(async () => assert.match(await news.innerText(), /^Hier lassen sich .* nicht kürzen, weil der Plan dafür nichts ausweist/));
    assert.match(await balance(page).innerText(), /wie beschlossen/);
    await news.getByRole("button", { name: "Schließen" }).click();
    await eventually(async () => assert.ok(!(await news.isVisible()), "what was read can be put away"));
  });
});

test("the address chooses a theme, also for the drawings, and the way to another language keeps it", async () => {
  const look = (page) => page.evaluate(() => {
    const { backgroundColor, fontSize } = getComputedStyle(document.body);
    const { fontSize: base } = getComputedStyle(document.documentElement);
    return { paper: backgroundColor, base, larger: parseFloat(fontSize) > 20, drawn: document.querySelector("#recht canvas").width };
  });
  const of = async (theme, colorScheme) => {
    const { page, context } = await site.openPage({ width: 1920, colorScheme, path: `?theme=${theme}` });
    const found = await look(page);
    if (theme === "projector") {
      await page.locator(".lang").first().click();
      await page.locator("html[lang=en]").waitFor();
      assert.equal(new URL(page.url()).searchParams.get("theme"), theme);
      assert.deepEqual(await look(page), found);
    }
    await context.close();
    return found;
  };
  const [light, dark, wall] = [await of("", "light"), await of("", "dark"), await of("projector", "dark")];
  assert.deepEqual([await of("light", "dark"), await of("dark", "light"), await of("other", "dark")], [light, dark, dark]);
  assert.notEqual(light.paper, dark.paper);
  assert.deepEqual([wall.paper, wall.base, wall.larger], ["rgb(255, 255, 255)", "24px", true]);
  assert.ok(wall.drawn > light.drawn, `${wall.drawn} ${light.drawn}`);
});

describe("every screen", () => {
  for (const screen of SCREENS) {
    test(`opens by its address, has the keyboard at its heading, a title of its own, and keeps the draft: ${screen}`, async () => {
      const { page } = await site.openPage({ path: "#kurz-ziel-mobilitaet" });
      await buses(page);
      await show(page, "werkbank");
      const before = await page.title();
      await show(page, screen);
      await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.localName), "h1"));
      assert.notEqual(await page.title(), before);
      await page.reload();
      await heading(page).waitFor();
      await show(page, "werkbank");
      await eventually(async () => assert.match(await page.locator(".scale .word").innerText(), /840\.000\s€/));
    });
  }

  test("an address that names no goal leads to the choice of one", async () => {
    const { page } = await site.openPage({ path: "#kurz-ziel-gibtsnicht" });
    await isHeaded(page, /Welches Ziel/);
  });

  // As measured on the target pages, with the limits named there.
  const LIMIT = { words: 90, numbers: 15 };
  for (const screen of SCREENS) {
    test(`says no more at first sight than one can read: ${screen}`, async () => {
      const { page } = await site.openPage({ ...PHONE, path: "#kurz-ziel-mobilitaet" });
      await buses(page);
      await show(page, screen);
      await page.waitForTimeout(300);
      const found = await counted(page);
      assert.ok(found.words > 10 && found.words <= LIMIT.words && found.numbers <= LIMIT.numbers, JSON.stringify(found));
    });
  }

  for (const [width, colorScheme, lang, theme = ""] of [
    [320, "light", "de"], [768, "dark", "en"], [1280, "light", "en"], [360, "dark", "de"],
    [320, "dark", "de", "projector"], [1280, "dark", "en", "projector"],
  ]) {
    test(`has no fault: ${width}, ${colorScheme}, ${lang}${theme && `, ${theme}`}`, async () => {
      const { page } = await site.openPage({ width, colorScheme, path: `?lang=${lang}&theme=${theme}#kurz-ziel-mobilitaet` });
      const row = page.locator(".mlist > li").nth(2);
      await more(row).click();
      for (const screen of SCREENS) {
        await show(page, screen);
        // At the end of the page the bar at the bottom stands in its own place and covers nothing.
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        const found = { axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) };
        assert.deepEqual(found, { axe: [], ibm: [], wide: [] }, screen);
      }
    });
  }
});

describe("the workbench", () => {
  test("has its blocks in the same places before and after a change", async () => {
    const { page } = await site.openPage();
    const tops = () => page.evaluate(() =>
      Object.fromEntries([...document.querySelectorAll(".effects > :not([hidden]), .scale, #ziele > *")].map((it) =>
        [it.className || it.id, Math.round(it.getBoundingClientRect().top + scrollY)])));
    const before = await tops();
    await page.locator("#goal-3 > .ctl button").last().click();
    await handRests(page);
    const after = await tops();
    // Below the sums of the ledger one more line may stand.
    for (const part of ["scale", "head", "goals", "rest", "lead", "outputs", "twin"]) {
      if (part !== "twin") assert.equal(after[part], before[part], part);
    }
    assert.equal(after.wirkung ?? after.cards, before.wirkung ?? before.cards);
  });

  for (const width of [320, 768, 1280]) {
    test(`has room for a long notice: ${width}`, async () => {
      const { page } = await site.openPage({ width, hasTouch: width < 800 });
      await type(goal(page, 6).field, "1");
      await eventually(async () => assert.match(await page.locator(".said .last").innerText(), /^Hier lassen sich .*Rechtsgrundlage/));
      assert.deepEqual(await sidewaysScroll(page), []);
      const [news, scale] = await page.evaluate(() => [".news", ".scale-in"].map((it) => document.querySelector(it).getBoundingClientRect()).map(({ width, height }) => ({ width, height })));
      assert.ok(news.width >= Math.min(280, width / 3) && scale.height < 320, `${JSON.stringify(news)} in ${JSON.stringify(scale)}`);
    });
  }

  test("says what the last move changes most, or asks", async () => {
    const { page } = await site.openPage();
    const lead = page.locator(".lead");
    assert.match(await lead.innerText(), /^Was würden Sie anders machen\?/);
    await show(page, "kurz-ziel-mobilitaet");
    const row = await buses(page);
    const [said] = (await row.locator(".got .c").innerText()).match(/^\S+ .*/);
    await show(page, "werkbank");
    assert.ok((await lead.locator("h2").innerText()).startsWith(said));
    assert.match(await lead.innerText(), /^Zuletzt: Mehr Busse fahren lassen \+/);
    assert.match(await lead.innerText(), /von heute rund 760\.000/);
  });

  test("shows what a million buys until money is moved", async () => {
    const { page } = await site.openPage();
    const rows = page.locator(".outputs .bought:not(.own) > li");
    assert.ok((await rows.count()) >= 6);
    for (const text of await rows.allInnerTexts()) assert.match(text, /^[\d.,]+\s\p{L}/u);
  });

  test("lists every change with its own way back, and keeps the keyboard", async () => {
    const { page } = await site.openPage({ path: "#kurz-ziel-mobilitaet" });
    await buses(page);
    await more(choice(page, "Neue eigene Radwege bauen")).click();
    await show(page, "werkbank");
    await type(page.locator(".tax .money input").first(), "470");
    await page.getByText("Alle Änderungen einzeln").click();
    const rows = page.locator(".all-changes li");
    // What is folded away is made once it is opened.
    await eventually(async () => assert.equal(await rows.count(), 3));
    assert.match(await rows.first().innerText(), /Neue eigene Radwege bauen \+1 Kilometer neuer Radweg/);
    await page.getByRole("button", { name: "Mehr Busse fahren lassen zurücknehmen" }).click();
    await eventually(async () => assert.equal(await rows.count(), 2));
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "aenderungen"));
    await page.getByRole("button", { name: "Gewerbesteuer zurücknehmen" }).click();
    await eventually(async () => assert.equal(await rows.count(), 1));
    await page.locator(".tools .icon").first().click();
    await page.locator(".tools .icon").first().click();
    await eventually(async () => assert.equal(await rows.count(), 3));
  });
});

describe("a lever of several goals", () => {
  test("has one value at each of them, is listed once, and says so at the workbench", async () => {
    const { page } = await site.openPage({ path: "#kurz-ziel-klima" });
    const unfold = async () => {
      for (const it of await page.locator("details.more:not(.whole) > summary").all()) await it.click();
      await eventually(async () => assert.equal(await page.locator("details.more:not(.whole):not([open])").count(), 0));
    };
    const shared = [];
    for (const screen of ["kurz-ziel-klima", "kurz-ziel-ressourcen"]) {
      await show(page, screen);
      await unfold();
      shared.push(await page.locator(".mlist h2").allInnerTexts());
    }
    const both = shared[0].find((it) => shared[1].includes(it));
    assert.ok(both, JSON.stringify(shared));
    const row = choice(page, both);
    await more(row).click();
    const here = await row.locator(".out").innerText();
    assert.match(await row.locator(".got").innerText(), /Dient auch /);
    await show(page, "kurz-ziel-klima");
    await unfold();
    await eventually(async () => assert.equal(await choice(page, both).locator(".out").innerText(), here));
    await show(page, "werkbank");
    await eventually(async () => assert.match(await page.locator("#aenderungen").innerText(), /^Eine Änderung:/));
  });
});

describe("keys alone", () => {
  test("go through the short path", async () => {
    const { page } = await site.openPage({ screen: "" });
    const press = async (key, times = 1) => { for (let i = 0; i < times; i++) await page.keyboard.press(key); };
    const here = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.ariaLabel);
    async function tabTo(name) {
      for (let i = 0; i < 60; i++) {
        if (name.test(await here() ?? "")) return;
        await press("Tab");
      }
      throw new Error(`no way by Tab to ${name}`);
    }
    await tabTo(/^In fünf Minuten/);
    await press("Enter");
    await eventually(async () => assert.match(await here(), /Welches Ziel/));
    await tabTo(/Nachhaltige Mobilität/);
    await press("Enter");
    await eventually(async () => assert.match(await here(), /Was soll die Stadt/));
    await tabTo(/^Mehr Busse fahren lassen: .* mehr$/);
    await press("Enter", 2);
    assert.match(await balance(page).innerText(), /840\.000/);
    await tabTo(/^Woher das Geld/);
    await press("Enter");
    await eventually(async () => assert.match(await here(), /Woher kommen/));
    await tabTo(/^Erhöhen$/);
    await press("Enter");
    // The button has done its work and still has the keyboard.
    await eventually(async () => assert.equal(await here(), "Zurücknehmen"));
    await tabTo(/^Ergebnis/);
    await press("Enter");
    await eventually(async () => assert.match(await here(), /Mehr Busse/));
  });
});

describe("the menu of a narrow page", () => {
  test("holds what the header has no room for, opens and closes by its button and by Escape", async () => {
    const { page } = await site.openPage({ ...PHONE });
    const menu = page.getByRole("button", { name: "Menü" });
    const learn = page.getByRole("link", { name: "Verstehen", exact: true });
    assert.ok(!(await learn.isVisible()));
    await menu.click();
    assert.equal(await menu.getAttribute("aria-expanded"), "true");
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      assert.deepEqual(await sidewaysScroll(page), [], `${width}`);
    }
    await page.keyboard.press("Escape");
    assert.ok(!(await learn.isVisible()));
    await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
    await menu.click();
    await learn.click();
    await page.locator("#profil").waitFor();
    assert.ok(!(await learn.isVisible()));
    assert.equal(await page.locator(".id").evaluate((it) => it.getBoundingClientRect().height <= 52), true);
  });

  for (const [lang, learn] of [["de", "Verstehen"], ["en", "Understand"]]) {
    test(`moves nothing of the header when it opens; from 768 px the ways stand beside the town: ${lang}`, async () => {
      for (const width of [320, 360, 768, 900]) {
        const { page } = await site.openPage({ width, height: 700, path: `?lang=${lang}#werkbank` });
        const tops = () => page.evaluate(() => [".id", ".tools", ".menu"].map((it) => document.querySelector(`header ${it}`).getBoundingClientRect()).map(({ x, y }) => [x, y]));
        const before = await tops();
        assert.ok(Math.max(...before.map(([, y]) => y)) < 56, `one row at ${width}: ${JSON.stringify(before)}`);
        assert.equal(await page.getByRole("link", { name: learn, exact: true }).first().isVisible(), width >= 768);
        await page.locator("header .menu").click();
        await page.locator("header .lang").waitFor();
        assert.deepEqual(await tops(), before, `${width}`);
        assert.deepEqual([await sidewaysScroll(page), await axe(page)], [[], []], `${width}`);
      }
    });
  }
});
