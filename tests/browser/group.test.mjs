/** Gruppe: thirty people make drafts on their phones, one device gathers them, the room sees what it wants and decides. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { axe, eventually, goal, handRests, ibm, openSite, read, show, sidewaysScroll, type, typed } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const ROOM = "zukunftshaushalt/v1/room/";
const heading = (page) => page.locator("main h1:visible");
const button = (page, name) => page.locator("main").getByRole("button", { name, exact: true });
const count = async (page) => Number((await page.locator(".count b").innerText()).replace(/\D/g, ""));
const counts = (page, wanted) => eventually(async () => assert.equal(await count(page), wanted), 20_000);
const stored = (page, part = "") => page.evaluate((key) => Object.keys(localStorage).filter((it) => it.startsWith(key)).length, ROOM + part);
const status = (page) => page.locator(".taking [role=status]").first();
const plain = (text) => text.replace(/\s+/g, " ").trim();

/** Everything that every screen must be: no faults for either engine, and nothing that scrolls sideways. */
async function sound(page) {
  assert.deepEqual([await axe(page), await ibm(page), await sidewaysScroll(page)], [[], [], []], page.url());
}

/** Opens a room. */
async function begin(page) {
  await page.locator("#raum-nummer").fill("472");
  await button(page, "Raum beginnen").click();
  await page.locator(".five").waitFor();
}

async function paste(page, text) {
  await page.locator("#texte").fill(text);
  await button(page, "Übernehmen").click();
}

const file = (name, text, mimeType = "application/json") => ({ name, mimeType, buffer: Buffer.from(text) });

/** An amount in a table, in millions: "+0,33 Mio. €" or "−5.000 €". */
function millionsOf(text) {
  const number = read(text.replace(/[^-−+\d.,]/g, "").replace(/\.$/, ""));
  return /Mio/.test(text) ? number : number / 1e6;
}

/** A draft as a phone makes it: its link and a picture of its square. */
async function phone(field, amount, path = "?room=472#werkbank") {
  const { page } = await site.openPage({ path, deviceScaleFactor: 2 });
  await type(goal(page, field).field, amount);
  await handRests(page);
  await show(page, "teilen");
  await page.locator("#teilen-link a").waitFor();
  return { page, link: await page.locator("#teilen-link a").getAttribute("href"), png: await page.locator("svg.qr").screenshot() };
}

/** Submissions as other devices hand them in: so many, each with its lever moved by what a function says. */
function submissions(sample, many, moved) {
  return Array.from({ length: many }, (_, at) => {
    const [lever, purpose, euros] = moved(at);
    const scenario = { moves: [{ lever, purpose, euros_per_year: euros, from: 2027, to: 2050 }] };
    return JSON.stringify({ ...sample, nonce: randomUUID(), scenario });
  });
}

/** A submission of this town, with the version of its pack, from what the room hands out. */
async function sample(page) {
  const scenario = { format: "zukunftshaushalt-scenario", version: 5, pack: "muenster-2026", name: "Geheim", moves: [{ lever: "radwege", purpose: "mobilitaet", euros_per_year: 5000 }] };
  await page.locator("#dateien").setInputFiles(file("entwurf.json", JSON.stringify(scenario)));
  await counts(page, 1);
  const coming = page.waitForEvent("download");
  await button(page, "Sammlung als Datei").click();
  const { drafts } = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
  assert.equal(drafts.length, 1);
  assert.ok(!drafts[0].includes("Geheim"), "a file's name stays with its owner");
  return JSON.parse(drafts[0]);
}

describe("a group", () => {
  test("thirty drafts come together without a server, are revealed, and survive a reload", async () => {
    // Three people show their drafts; the same draft keeps its mark, and it opens like any other link.
    const people = [];
    for (const [field, amount] of [[3, "+2"], [3, "+1"], [6, "-1"]]) people.push(await phone(field, amount));
    const [{ page: one, link, png }] = people;
    assert.match(link, /#s=[A-Za-z0-9_-]{20,160}\.472-[0-9a-z]{10}$/);
    assert.match(await one.locator(".card-sheet").innerText(), /Raums 472 und eine Zufallskennung/);
    await show(one, "kurz-ergebnis");
    await show(one, "teilen");
    assert.equal(await one.locator("#teilen-link a").getAttribute("href"), link);
    await one.goto(link);
    await eventually(async () => assert.match(await one.locator(".card-sheet").innerText(), /Geteilter Entwurf/));
    await one.locator(".answers .fx b").first().waitFor();

    const { page, context } = await site.openPage({ width: 1920, height: 1080, path: "?mode=moderation", screen: "" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "24px");
    assert.match(await heading(page).innerText(), /Gemeinsam abwägen/);
    assert.equal(await page.evaluate(() => localStorage.length), 0, "nothing is stored before the room is begun");
    await sound(page);
    await begin(page);
    assert.equal(await stored(page, "talk"), 1);
    assert.match(await page.locator(".group aside .link").innerText(), /\?room=472#auftakt$/);
    // The clock runs, and ends nothing.
    await button(page, "3 Minuten").click();
    await eventually(async () => assert.match(await page.locator(".clock .left").innerText(), /^2:5\d$/));
    await sound(page);

    // What comes last, for the time without a network; from here on there is none.
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/offline-")));
    await context.setOffline(true);
    await show(page, "gruppe-sammeln");
    const given = await sample(page);
    await page.locator("#foto").setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: png });
    await counts(page, 2);
    await paste(page, `${link}\n${people[1].link} ${people[2].link}`);
    await counts(page, 4);
    assert.match(plain(await page.locator(".uncounted").innerText()), /Einmal kam ein Entwurf, der schon dabei war/);
    const moved = (at) => (at < 14 ? ["radwege", "mobilitaet", (at + 1) * 10_000] : ["sport", "gesundheit", at % 2 ? 20_000 : -20_000]);
    const lines = submissions(given, 26, moved);
    await page.locator("#dateien").setInputFiles([
      file("eins.txt", lines.slice(0, 10).join("\n"), "text/plain"), file("zwei.json", lines.slice(10).join("\n")),
      file("fremd.json", lines[0].replace("muenster-2026", "freiburg-2018")), file("alt.json", lines[1].replace(given.pack_version, "0123456789abcdef")),
    ]);
    await counts(page, 30);
    const told = plain(await page.locator(".uncounted").innerText());
    assert.match(told, /Ein Entwurf für einen anderen Haushalt: Stadt Freiburg/);
    assert.match(told, /anderen Stand der Angaben zu Stadt Münster/);
    await page.locator("#foto").setInputFiles({ name: "leer.png", mimeType: "image/png", buffer: await page.locator(".group-ways").screenshot() });
    await eventually(async () => assert.match(plain(await page.locator(".taking").innerText()), /kein Code zu erkennen/));
    await sound(page);

    // Covered until revealed; then the numbers of the table are those of what was handed in.
    await show(page, "gruppe-uebersicht");
    assert.match(await heading(page).innerText(), /30 Entwürfe gesammelt, noch verdeckt/);
    assert.equal(await page.locator(".strips").count(), 0);
    await button(page, "Aufdecken").click();
    await page.locator(".strips").waitFor();
    assert.match(await heading(page).innerText(), /„/);
    await page.locator("summary", { hasText: "Alle Zahlen" }).click();
    await page.locator(".group table.mean").waitFor();
    const row = async (name) => (await page.locator(".group table.values tbody tr", { has: page.getByRole("rowheader", { name, exact: true }) }).first().locator("td").allInnerTexts()).map(plain);
    const mobility = await row("Nachhaltige Mobilität");
    assert.deepEqual(mobility.slice(0, 3), ["17", "0", "13"]);
    const health = await row("Konsum & gesundes Leben");
    assert.deepEqual(health.slice(0, 3), ["6", "6", "18"]);
    // Mean: 14 submissions of 10 to 140 thousand, the file of 5 thousand, and what two phones gave.
    assert.match(mobility[3], /^\+13[56]\.?\d* ?€|^\+0,1[34]/);
    const dots = await page.locator(".strips .drafts").evaluateAll((all) => all.map((it) => (it.getAttribute("d").match(/M/g) ?? []).length));
    const per = Number(/bis zu (\d+)/.exec(await page.locator(".intro").first().innerText())?.[1] ?? 1);
    assert.ok(per > 1 || dots.every((it) => it === 30), `${dots} with ${per}`);
    await sound(page);
    await page.setViewportSize({ width: 360, height: 760 });
    assert.deepEqual(await sidewaysScroll(page), []);
    await page.setViewportSize({ width: 1920, height: 1080 });

    await context.setOffline(false);
    await page.reload();
    await page.locator(".strips").waitFor();
    await counts(page, 30);
    // What is stored is named where all of it is, and goes from there.
    await show(page, "daten");
    const list = await page.locator(".stock li").allInnerTexts();
    assert.ok(list.some((it) => /Gesammelte Entwürfe eines Raums \(30\)/.test(plain(it))), list.join());
    await page.locator("main").getByRole("button", { name: "Alles löschen" }).click();
    await page.locator("dialog[open]").getByRole("button", { name: "Endgültig löschen" }).click();
    await eventually(async () => assert.equal(await stored(page), 0));
  });

  test("thirty phones share, and one device gathers them to the cent", { timeout: 240_000 }, async () => {
    // Every phone moves a goal of its own by hand: 3 and 6 in turn, by another amount each.
    const moved = Array.from({ length: 30 }, (_, at) => [at % 2 ? 6 : 3, (at % 3 ? 1 : -1) * (1 + (at % 5)) * 0.1]);
    const [links, names] = [new Array(moved.length), {}];
    const waiting = moved.keys();
    const hands = Array.from({ length: 3 }, async () => {
      for (const at of waiting) {
        const [field, millions] = moved[at];
        const visit = await site.openPage({ path: "?room=472#werkbank", width: 360, height: 760, hasTouch: true, isMobile: true });
        names[field] ??= plain(await goal(visit.page, field).name.innerText()).replace(/\u00ad/g, "");
        await type(goal(visit.page, field).field, `${millions > 0 ? "+" : ""}${typed(millions)}`);
        await handRests(visit.page);
        await show(visit.page, "teilen");
        await visit.page.locator("#teilen-link a").waitFor();
        links[at] = await visit.page.locator("#teilen-link a").getAttribute("href");
        await visit.page.close();
      }
    });
    await Promise.all(hands);
    assert.equal(new Set(links).size, 30);

    const { page } = await site.openPage({ path: "#gruppe" });
    await begin(page);
    await show(page, "gruppe-sammeln");
    await paste(page, links.join("\n"));
    await counts(page, 30);
    await show(page, "gruppe-uebersicht");
    await button(page, "Aufdecken").click();
    await page.locator("summary", { hasText: "Alle Zahlen" }).click();
    await page.locator(".group table.mean").waitFor();
    const table = page.locator(".group table.values").first();
    const row = async (name) => (await table.locator("tbody tr", { has: page.getByRole("rowheader", { name, exact: true }) }).locator("td").allInnerTexts()).map(plain);
    for (const [field, name] of Object.entries(names)) {
      const own = moved.map(([goal, millions]) => (goal === Number(field) ? millions : 0)).sort((a, b) => a - b);
      const [more, less, still, mean, median] = await row(name);
      assert.deepEqual([more, less, still].map(Number), [own.filter((it) => it > 0).length, own.filter((it) => it < 0).length, own.filter((it) => it === 0).length], name);
      const expected = own.reduce((sum, it) => sum + it, 0) / own.length;
      assert.ok(Math.abs(millionsOf(mean) - expected) < 0.005, `${name}: ${mean} instead of ${expected} on average`);
      assert.ok(Math.abs(millionsOf(median) - (own[14] + own[15]) / 2) < 0.005, `${name}: ${median} in the middle`);
    }
  });

  test("two tabs of a room lose nothing of each other", async () => {
    const people = [await phone(3, "+2"), await phone(6, "-1")];
    const { page: one, context } = await site.openPage({ path: "#gruppe" });
    await begin(one);
    const two = await context.newPage();
    await two.goto(`${site.url}#gruppe-sammeln`);
    await two.locator("#texte").waitFor();
    await show(one, "gruppe-sammeln");
    await paste(one, people[0].link);
    await counts(one, 1);
    await paste(two, people[1].link);
    await eventually(async () => assert.ok((await count(two)) >= 1));
    for (const page of [one, two]) {
      await page.reload();
      await counts(page, 2);
    }
  });

  test("what was done last can be taken back, here and in the storage", async () => {
    const { page } = await site.openPage({ path: "?mode=moderation#gruppe" });
    const back = page.locator(".group-back");
    await begin(page);
    assert.ok(await back.isHidden(), "there is nothing to take back");
    await show(page, "gruppe-sammeln");
    const given = await sample(page);
    await counts(page, 1);
    await paste(page, submissions(given, 6, (at) => ["sport", "gesundheit", (at + 1) * 10_000]).join("\n"));
    await counts(page, 7);
    await show(page, "gruppe-uebersicht");
    await button(page, "Aufdecken").click();
    await page.locator(".strips").waitFor();
    await back.getByRole("button", { name: "Zurücknehmen: aufgedeckt" }).click();
    await eventually(async () => assert.match(await heading(page).innerText(), /verdeckt/));
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.localName), "h1"));
    assert.equal(plain(await back.getByRole("status").innerText()), "Zurückgenommen: aufgedeckt.");
    await sound(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await sound(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await back.getByRole("button", { name: "Zurücknehmen: 6 Entwürfe gesammelt" }).click();
    await counts(page, 1);
    await page.reload();
    await counts(page, 1);
    assert.ok(await back.isHidden(), "a page that was loaded anew begins anew");
  });

  test("a saved draft can be proposed; a mark stays with its draft when the page is loaded anew", async () => {
    const { page, link } = await phone(3, "+2");
    await page.reload();
    await page.locator("#teilen-link a").waitFor();
    assert.equal(await page.locator("#teilen-link a").getAttribute("href"), link);
    await show(page, "werkbank");
    await page.locator(".tools .main").click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator(".savebar input[type=text]").fill("Radplan");
    await dialog.locator(".savebar button[type=submit]").click();
    await eventually(async () => assert.ok(await dialog.getByText("Radplan").first().isVisible()));
    await dialog.locator(".end button").click();
    await type(goal(page, 3).field, "+1");
    await handRests(page);
    await show(page, "gruppe");
    await begin(page);
    await show(page, "gruppe-konsens");
    const names = page.locator(".picks label");
    await eventually(async () => assert.deepEqual((await names.allInnerTexts()).map((it) => it.split(" (")[0].trim()), ["Entwurf auf diesem Gerät", "Radplan"]));
  });

  test("ten thousand drafts keep the page awake, can be cancelled, and come back", async (t) => {
    const { page } = await site.openPage({ path: "#gruppe" });
    await begin(page);
    await show(page, "gruppe-sammeln");
    const lines = submissions(await sample(page), 10_000, (at) => [["radwege", "mobilitaet"], ["sport", "gesundheit"]][at % 2].concat(((at % 41) - 20) * 1000));
    // How far it says to be, each time that the page had its turn.
    await page.evaluate(() => {
      window.turns = new Set();
      setInterval(() => window.turns.add(document.querySelector(".taking progress")?.value), 16);
    });
    await page.locator("#dateien").setInputFiles(file("viele.txt", lines.join("\n"), "text/plain"));
    // A hand that is quick enough; all of them take no more than seconds.
    await page.evaluate(() => new Promise((done) => {
      const wait = setInterval(() => {
        const press = [...document.querySelectorAll(".taking button")].find((it) => it.offsetParent);
        if (press) clearInterval(wait), press.click(), done();
      }, 5);
    }));
    await eventually(async () => assert.match(await status(page).innerText(), /Abgebrochen/));
    const some = await count(page);
    assert.ok(some < 10_001, `${some}`);
    let begun = Date.now();
    await page.evaluate(() => window.turns.clear());
    await page.locator("#dateien").setInputFiles(file("viele.txt", lines.join("\n"), "text/plain"));
    await eventually(async () => assert.equal(await count(page), 10_001), 120_000);
    t.diagnostic(`gathered in ${Date.now() - begun} ms`);
    const turns = await page.evaluate(() => [...window.turns]);
    assert.ok(turns.some((it) => it > 0 && it < 10_000), `the page had its turn at ${turns}`);
    await show(page, "gruppe-uebersicht");
    begun = Date.now();
    await button(page, "Aufdecken").click();
    await page.locator(".strips").waitFor();
    t.diagnostic(`shown in ${Date.now() - begun} ms`);
    assert.match(await page.locator(".intro").first().innerText(), /steht für bis zu/);
    const heap = await (await page.context().newCDPSession(page)).send("Runtime.getHeapUsage").catch(() => ({}));
    t.diagnostic(`heap ${Math.round((heap.usedSize ?? 0) / 1e6)} MB, stored ${await page.evaluate(() => Object.entries(localStorage).join("").length)} letters in ${await stored(page)} entries`);
    begun = Date.now();
    await page.reload();
    await eventually(async () => assert.equal(await count(page), 10_001), 120_000);
    await page.locator(".strips").waitFor();
    t.diagnostic(`back in ${Date.now() - begun} ms`);
    assert.equal(await stored(page, "drafts"), 101);
  });

  test("the least resistance is asked for in secret, a second round keeps the first, and the paper has the result", async () => {
    const { page } = await site.openPage();
    await type(goal(page, 3).field, "+2");
    await handRests(page);
    await show(page, "gruppe");
    await begin(page);
    await show(page, "gruppe-sammeln");
    const lines = submissions(await sample(page), 3, (at) => ["sport", "gesundheit", (at + 1) * 10_000]);
    await paste(page, lines.join("\n"));
    await counts(page, 4);
    await show(page, "gruppe-uebersicht");
    // Four are few: nothing is shown unless all agree.
    await button(page, "Aufdecken").click();
    await eventually(async () => assert.match(await heading(page).innerText(), /Nur 4 Entwürfe bleiben verdeckt/));
    assert.equal(await page.locator(".strips").count(), 0);
    await button(page, "Alle sind einverstanden: trotzdem zeigen").click();
    await page.locator(".strips .mine").first().waitFor();

    await show(page, "gruppe-konsens");
    await button(page, "Fragen beginnen").click();
    assert.match(await page.locator("main [role=status]:visible").last().innerText(), /Dafür braucht es 2 bis 7/);
    const boxes = page.locator(".picks input");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.locator("#personen").fill("2");
    await sound(page);
    await button(page, "Fragen beginnen").click();
    await page.locator(".options").waitFor();
    const answer = async (numbers) => {
      for (const [at, value] of numbers.entries()) await page.locator(".options > li").nth(at).getByRole("button").nth(value).click();
      await button(page, "Abgeben").click();
    };
    await sound(page);
    await answer([9, 1, 6]);
    assert.match(await page.locator("main").innerText(), /Geben Sie das Gerät bitte weiter/);
    assert.equal(await page.locator(".options:visible, .asked").count(), 0, "nothing is seen between two people");
    await button(page, "Ich bin die nächste Person").click();
    assert.equal(await page.locator(".options [aria-pressed=true]").count(), 0);
    await answer([9, 3, 4]);
    await page.locator(".asked").waitFor();
    assert.match(await page.locator(".least").innerText(), /^Geringster Widerstand: „Entwurf auf diesem Gerät/);
    const rows = (await page.locator(".asked tbody tr").allInnerTexts()).map(plain);
    assert.match(rows[0], /^1 .* 4 2,0 1,0 1 bis 3$/);
    assert.match(rows[2], /^3 Alles bleibt, wie es ist 18 9,0 0,0 9$/);
    assert.ok(!/gewonnen|Sieger/.test(await page.locator("main").innerText()));
    await sound(page);
    await button(page, "Noch eine Runde fragen").click();
    await page.locator(".options").waitFor();
    await answer([0, 2, 2]);
    await button(page, "Es kommt niemand mehr: mit 1 auswerten").click();
    await page.locator(".asked").first().waitFor();
    assert.equal(await page.locator(".asked").count(), 2);
    assert.match(await page.locator(".least").innerText(), /Am wenigsten spricht dagegen, dass alles bleibt/);

    await show(page, "ratsanlage");
    const paper = page.locator(".a4");
    await eventually(async () => assert.match(await paper.innerText(), /Was die Gruppe dazu sagt/), 10_000);
    assert.match(plain(await paper.innerText()), /In Runde 2 hat eine Person Widerstand von 0 bis 10 angegeben\. Am wenigsten spricht dagegen/);
    assert.match(plain(await paper.innerText()), /Dieser Entwurf ist der Vorschlag „Entwurf auf diesem Gerät/);

    await show(page, "gruppe-mitverantwortung");
    assert.match(plain(await page.locator("main").innerText()), /Die Daten zu Münster sagen nicht, welches Dezernat/);
    await show(page, "gruppe");
    await button(page, "Raum beenden").click();
    await page.locator("dialog[open]").getByRole("button", { name: "Endgültig löschen" }).click();
    await eventually(async () => assert.equal(await stored(page), 0));
  });

  test("departments say what they carry, where the town knows them", async () => {
    const { page } = await site.openPage({ path: "?town=freiburg-2018#gruppe" });
    await begin(page);
    await show(page, "gruppe-mitverantwortung");
    await page.locator(".carried select").first().selectOption({ label: "mit Bedingung" });
    await eventually(async () => assert.match(plain(await page.locator("main").innerText()), /0-mal trägt mit, 1-mal mit Bedingung/));
    await sound(page);
    await page.reload();
    await eventually(async () => assert.equal(await page.locator(".carried select").first().inputValue(), "condition"));
  });

  test("a camera reads the square of a phone", async () => {
    const { page: source, link } = await phone(3, "+2");
    // Chromium shows a film in place of a camera: the square on white, 640 by 480.
    const light = await source.evaluate(async () => {
      const svg = document.querySelector("svg.qr");
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="${svg.getAttribute("viewBox")}">${svg.innerHTML}</svg>`)}`;
      await image.decode();
      const canvas = new OffscreenCanvas(640, 480).getContext("2d");
      canvas.fillStyle = "#fff";
      canvas.fillRect(0, 0, 640, 480);
      canvas.drawImage(image, 120, 40);
      return [...canvas.getImageData(0, 0, 640, 480).data].filter((_, at) => at % 4 === 0);
    });
    const folder = mkdtempSync(join(tmpdir(), "kamera-"));
    const film = join(folder, "film.y4m");
    const frame = Buffer.concat([Buffer.from("FRAME\n"), Buffer.from(light), Buffer.alloc(320 * 240 * 2, 128)]);
    writeFileSync(film, Buffer.concat([Buffer.from("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"), ...Array(10).fill(frame)]));
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
    });
    try {
      const page = await (await browser.newContext({ locale: "de-DE", permissions: ["camera"] })).newPage();
      await page.goto(`${site.url}#gruppe`);
      await page.locator("#raum-nummer").waitFor();
      await begin(page);
      await show(page, "gruppe-sammeln");
      await button(page, "Kamera einschalten").click();
      await counts(page, 1);
      await button(page, "Kamera ausschalten").click();
      await paste(page, link);
      await eventually(async () => assert.match(await status(page).innerText(), /Kein neuer Entwurf/));

      // A browser that reads squares itself is asked, and nothing else looks at the picture.
      const { link: other } = await phone(6, "-1");
      const able = await browser.newContext({ locale: "de-DE", permissions: ["camera"] });
      await able.addInitScript((link) => {
        window.BarcodeDetector = class {
          static getSupportedFormats = () => Promise.resolve(["qr_code"]);
          detect = () => Promise.resolve([{ rawValue: link }]);
        };
      }, other);
      const asked = await able.newPage();
      await asked.goto(`${site.url}#gruppe`);
      await asked.locator("#raum-nummer").waitFor();
      await begin(asked);
      await show(asked, "gruppe-sammeln");
      await button(asked, "Kamera einschalten").click();
      await counts(asked, 1);
      await paste(asked, other);
      await eventually(async () => assert.match(await status(asked).innerText(), /Kein neuer Entwurf/));
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
