/** Ratsanlage: the draft as an annex to a motion, on the screen, as a PDF, copied, and as files. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, toggle, levers, type } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const sheet = (page) => page.locator(".a4");
const text = async (page) => (await sheet(page).innerText()).replace(/[\s\u00ad]+/g, " ");
const number = (text) => Number(text.replace(/[.\s€]/g, "").replace("−", "-").replace(",", "."));

/** A lever of the third goal, by the beginning of its name. */
async function lever(page, name) {
  const all = await levers(page, 3);
  const names = await Promise.all(all.map((it) => it.at.innerText()));
  return all[names.findIndex((it) => it.startsWith(name))];
}

/** More for cycle tracks, less for climate work, and a tax. */
async function draft(page) {
  await toggle(page, 3);
  await type((await lever(page, "Radwege")).field, "+0,5");
  await type(goal(page, 1).field, "-0,2");
  await type(page.locator(".tax .money input").first(), "461");
  await handRests(page);
}

/** The sheets of a workbook as LibreOffice reads them: rows of cells, numbers with a decimal point. */
function opened(workbook) {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  const path = join(folder, "mappe.xlsx");
  writeFileSync(path, workbook);
  try {
    // Semicolons, quotes, UTF-8, raw values instead of shown ones, every sheet.
    const form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,false,false,false,false,-1";
    execFileSync(process.env.SOFFICE ?? "soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", form, "--outdir", folder, path], { stdio: "pipe" });
    const cell = (text) => text.replace(/^"|"$/g, "").replaceAll('""', '"');
    const cells = (line) => [...`;${line}`.matchAll(/;("(?:[^"]|"")*"|[^;"]*)/g)].map(([, text]) => cell(text));
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return Object.fromEntries(files.map((name) => [name.slice("mappe-".length, -".csv".length), readFileSync(join(folder, name), "utf8").trim().split("\n").map(cells)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the annex to a motion", () => {
  test("has the motion, rows old and new, effects, law and a check value, and its sums are those of the page", async () => {
    const { page } = await site.openPage();
    await draft(page);
    const word = (await page.locator(".scale .word").innerText()).replace(/\s+/g, " ");
    await page.locator(".views").getByRole("link", { name: "Ratsanlage" }).click();
    await sheet(page).locator(".motion li").first().waitFor();
    assert.equal(new URL(page.url()).hash, "#ratsanlage");
    const said = await text(page);
    for (const part of ["Der Rat beauftragt die Verwaltung, den Entwurf einer Nachtragssatzung", "Produktgruppe", "Zeile", "Haushaltsrecht", "Generationen", "Annahmen", "Prüfwert", "Modellrechnung, keine Prognose"]) assert.ok(said.includes(part), part);
    // Every row: old and change are the new one.
    const rows = await sheet(page).locator("table").first().locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.ok(rows.length >= 4, "rows of groups, the tax and the sums");
    // The cover is the balance of the workbench.
    const [amount] = word.match(/[\d.,]+(?= (Mio\. )?€)/);
    const cover = await sheet(page).locator(".box").innerText();
    const shown = number(cover.match(/[\d.,]+(?=\s€)/)[0]);
    const meant = number(amount) * (word.includes("Mio.") ? 1e6 : 1);
    assert.ok(Math.abs(shown - meant) <= (word.includes("Mio.") ? 5_000 : 1), `${cover} and ${word}`);
  });

  /** The annex as printed on A4, and how many pages that takes. */
  async function printed(page) {
    await show(page, "ratsanlage");
    await sheet(page).locator(".motion li").first().waitFor();
    const pdf = await page.pdf({ format: "A4", tagged: true, margin: { top: "15mm", bottom: "15mm", left: "18mm", right: "18mm" } });
    const raw = pdf.toString("latin1");
    return [raw, (raw.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length];
  }

  test("of one thing more and one less is two pages of A4", async () => {
    const { page } = await site.openPage();
    await toggle(page, 3);
    await type((await lever(page, "Radwege")).field, "+0,5");
    await type((await lever(page, "Straßen, Brücken")).field, "-0,5");
    await handRests(page);
    const [, pages] = await printed(page);
    assert.equal(pages, 2);
  });

  test("becomes a tagged PDF of few pages that holds everything, without what stands around it", async () => {
    const { page } = await site.openPage();
    await draft(page);
    const [raw, pages] = await printed(page);
    await page.emulateMedia({ media: "print" });
    for (const around of [".top", ".paper aside", ".foot-note"]) assert.equal(await page.locator(around).isVisible(), false, around);
    assert.ok(await sheet(page).locator("footer").isVisible());
    // Twelve things are changed.
    assert.ok(pages >= 3 && pages <= 5, `${pages} pages`);
    assert.match(raw, /\/Lang\s*\(de\)/);
    assert.match(raw, /StructTreeRoot/);
  });

  test("is copied with its form, and its tables are files whose sums are right", async () => {
    const { page, context } = await site.openPage();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await draft(page);
    await show(page, "ratsanlage");
    await sheet(page).locator(".motion li").first().waitFor();
    await page.getByRole("button", { name: "Text kopieren" }).click();
    await eventually(async () => assert.match(await page.locator(".paper [role=status] >> text=Kopiert").innerText(), /^Kopiert/));
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    });
    assert.ok(/<h2/.test(html) && /<table/.test(html) && html.includes("Der Rat beauftragt"));
    await page.getByRole("button", { name: "Zusammenfassung kopieren" }).click();
    const short = await page.evaluate(() => navigator.clipboard.readText());
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    assert.equal(plain(short), plain(await page.locator("#zusammenfassung").innerText()));
    assert.ok(short.split(/\s+/).length <= 150 && /Prüfwert/.test(short), short);
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".paper aside ul button").first().click()]);
    assert.match(file.suggestedFilename(), /\.csv$/);
    const lines = readFileSync(await file.path(), "utf8").trim().split("\n");
    assert.ok(lines.length > 3 && lines[0].split(";").length > 3);
  });

  test("is a workbook that LibreOffice opens, with a sheet for each table and the sums of the page", async () => {
    const { page } = await site.openPage();
    await draft(page);
    await show(page, "ratsanlage");
    await sheet(page).locator(".motion li").first().waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Arbeitsmappe (XLSX)" }).click()]);
    assert.match(file.suggestedFilename(), /\.xlsx$/);
    const sheets = opened(readFileSync(await file.path()));
    assert.ok(sheets["Antragstext"].some(([line]) => line.includes("Der Rat beauftragt die Verwaltung")));
    // What is drawn is what is in the file: amounts of the first year, row by row, and their sum.
    const drawn = await sheet(page).locator("table").first().locator("tbody tr:not(.sum)").evaluateAll((all) => all.map((row) => row.cells[1].querySelector(".change").textContent));
    const head = sheets["Ansätze alt und neu"][0];
    const at = head.indexOf("2027 Änderung");
    assert.ok(at > 4, head.join("; "));
    const amounts = sheets["Ansätze alt und neu"].slice(1).map((row) => row[at] && Number(row[at]));
    assert.deepEqual(amounts.slice(0, drawn.length), drawn.map(number));
    const sum = (from, is) => from.filter((_, at) => is(at)).reduce((a, b) => a + b, 0);
    const rows = sheets["Ansätze alt und neu"].slice(1);
    const last = rows.findIndex((row) => row[1].startsWith("Saldo (Erträge"));
    const isExpense = (at) => /[Aa]ufwendungen/.test(rows[at][3]) && !rows[at][1].startsWith("Summe");
    const isRevenue = (at) => at < last - 2 && !isExpense(at);
    assert.equal(Math.round(100 * (sum(amounts.slice(0, last - 2), isRevenue) - sum(amounts.slice(0, last - 2), isExpense))), Math.round(100 * amounts[last]));
    assert.ok(Object.keys(sheets).length >= 5, Object.keys(sheets).join(", "));
  });

  test("has its pictures as files: SVG that reads as text, PNG in which something is drawn", async () => {
    const { page } = await site.openPage({ colorScheme: "dark" });
    await draft(page);
    await show(page, "ratsanlage");
    await sheet(page).locator(".motion li").first().waitFor();
    await page.locator('.paper aside a[href="#bilder"]').click();
    const part = page.locator("#bilder");
    await part.waitFor();
    await eventually(async () => assert.ok(await part.evaluate((it) => it.getBoundingClientRect().top < innerHeight), "the place is in sight"));
    const list = part.locator("select");
    const names = await list.locator("option").allInnerTexts();
    for (const name of ["Was sich umschichten ließe", "Von 1991 nach 2030", "Zielrad: Decke und Fundament"]) assert.ok(names.includes(name), names.join(", "));
    /** Width, height, share of white and of coloured pixels of a picture, as the browser draws it. */
    const seen = (kind, bytes) => page.evaluate(async ([kind, bytes]) => {
      const image = new Image();
      image.src = `data:${kind};base64,${bytes}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let [white, coloured] = [0, 0];
      for (let at = 0; at < data.length; at += 4) {
        white += data[at] + data[at + 1] + data[at + 2] === 765 && data[at + 3] === 255;
        coloured += data[at + 2] - data[at] > 60;
      }
      return { width: image.width, height: image.height, white: (white * 4) / data.length, coloured };
    }, [kind, bytes]);
    const take = async (name, label) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: label }).click()]);
      assert.ok(file.suggestedFilename().endsWith(name), file.suggestedFilename());
      return readFileSync(await file.path());
    };
    // The course of what moves most, its way, and the flow, whatever the theme of the page is.
    const course = names.find((it) => it.endsWith(": Wie verläuft es?"));
    for (const name of [course, "Von 1991 nach 2030"]) {
      await list.selectOption(name);
      const ending = `${await list.inputValue()}`;
      const svg = await take(`-${ending}.svg`, "Als SVG");
      const words = svg.toString("utf8");
      assert.ok(words.includes(`<title>${name.replace("CO2", "CO₂")}</title>`) && /Prüfwert [0-9a-f]{4}/.test(words), words.slice(0, 400));
      const drawn = await seen("image/svg+xml", svg.toString("base64"));
      const png = await seen("image/png", (await take(`-${ending}.png`, "Als PNG")).toString("base64"));
      assert.deepEqual([png.width, png.height], [drawn.width * 2, drawn.height * 2]);
      for (const it of [drawn, png]) assert.ok(it.white > 0.5 && it.coloured > 500, JSON.stringify(it));
    }
  });

  test("says that the plan's rows are missing where a town has none, and where they do not come", async () => {
    const { page } = await site.openPage({ path: "?town=freiburg-2018" });
    await type(goal(page, 3).field, "+0,1");
    await show(page, "ratsanlage");
    await eventually(async () => assert.match(await text(page), /Der Gemeinderat beschließt/));
    assert.match(await text(page), /Zeilen des Plans je Produktgruppe sind für Freiburg[^.]* nicht in den Daten/);
    const cut = await site.openPage({ path: "#ratsanlage", prepare: (context) => context.route("**/late-rows-*", (route) => route.abort()) });
    await eventually(async () => assert.ok(await cut.page.getByRole("button", { name: "Noch einmal laden" }).isVisible()));
    await cut.context.unroute("**/late-rows-*");
    await cut.page.getByRole("button", { name: "Noch einmal laden" }).click();
    await eventually(async () => assert.equal(await cut.page.getByRole("button", { name: "Noch einmal laden" }).isVisible(), false));
    cut.seen.errors.length = 0;
  });

  test("the sheet leads back to its draft, without the mark of a room", async () => {
    const { page } = await site.openPage({ path: "?room=472#ratsanlage" });
    await sheet(page).locator("h1").waitFor();
    assert.equal(await sheet(page).locator(".opens").count(), 0, "the plan needs no link");
    await show(page, "werkbank");
    await type(goal(page, 3).field, "+0,5");
    await show(page, "ratsanlage");
    await sheet(page).locator(".opens .qr").waitFor();
    const [address] = (await sheet(page).locator(".opens figcaption").innerText()).match(/http\S+/);
    await show(page, "teilen");
    const shared = await page.locator("#teilen-link a").getAttribute("href");
    assert.equal(address, shared.replace(/\.472-\w+$/, ""));
    assert.equal(await page.locator(".qr").first().getAttribute("aria-label"), `QR-Code mit diesem Link: ${shared}`);
  });

  for (const [width, colorScheme, lang, theme = ""] of [[320, "light", "de"], [768, "dark", "en"], [1280, "light", "en"], [1280, "dark", "de", "projector"]]) {
    test(`has no fault: ${width}, ${colorScheme}, ${lang}${theme && `, ${theme}`}`, async () => {
      const { page } = await site.openPage({ width, colorScheme, path: `?lang=${lang}&theme=${theme}` });
      await type(goal(page, 3).field, lang === "de" ? "+0,5" : "+0.5");
      await show(page, "ratsanlage");
      await sheet(page).locator(".motion li").first().waitFor();
      assert.deepEqual({ axe: await axe(page), ibm: await ibm(page), wide: await sidewaysScroll(page) }, { axe: [], ibm: [], wide: [] });
    });
  }
});
