/** A draft travels in a link and a square: it goes out, is opened elsewhere, and touches nothing of those who open it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, describe, test } from "node:test";
import { ROOT, axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, type } from "./harness.mjs";

const jsqr = createRequire(import.meta.url)("jsqr");

let site;
before(async () => (site = await openSite()));
after(() => site.close());
afterEach(async () => assert.deepEqual(await site.leave(), []));

const heading = (page) => page.locator("h1:visible");
const link = (page) => page.locator("#teilen-link a");
const square = (page) => page.locator("svg.qr");
const button = (page, name) => page.locator("main").getByRole("button", { name });
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const card = async (page) => (await page.locator(".card-sheet .answers").innerText()).replace(/\s+/g, " ");
const faults = async (page) => [await axe(page), await ibm(page), await sidewaysScroll(page)];

/** Every lever for every goal that it serves, each by an odd amount and in years of its own. */
const PAIRS = readFileSync(`${ROOT}packs/muenster-2026/lever_fields.csv`, "utf8").trim().split("\n").slice(1)
  .map((line) => line.split(";")).map(([lever, , purpose]) => `${lever};${purpose}`);
const LONG = [...new Set(PAIRS)].map((pair, at) => {
  const [lever, purpose] = pair.split(";");
  return { lever, purpose, euros_per_year: 1_001 + at * 17, from: 2027 + (at % 5), to: 2040 + (at % 7) };
});

/** What a camera's program reads of a picture, out of focus by so many pixels. */
async function read(png, blur) {
  const page = await site.browser.newPage();
  const picture = await page.evaluate(async ([png, blur]) => {
    const bytes = Uint8Array.from(atob(png), (it) => it.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.filter = `blur(${blur}px)`;
    canvas.drawImage(bitmap, 0, 0);
    const { data, width, height } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    return { data: [...data], width, height };
  }, [png.toString("base64"), blur]);
  await page.close();
  return jsqr(Uint8ClampedArray.from(picture.data), picture.width, picture.height)?.data;
}

/** A draft that is shared; its link as an address of this server. */
async function shared(options = {}) {
  const { page } = await site.openPage(options);
  await type(goal(page, 3).field, "+2");
  await handRests(page);
  await show(page, "kurz-ergebnis");
  await page.locator(".answers .fx b").first().waitFor();
  const said = await card(page);
  await page.locator(".result aside").getByRole("link", { name: "Teilen" }).click();
  await link(page).waitFor();
  return { page, said, address: await link(page).getAttribute("href") };
}

/** The path of an address, for another visit. */
const path = (address) => address.slice(new URL(site.url).origin.length + 1);

describe("a draft goes out", () => {
  test("as a link, a square that is read in every theme, and a file", async () => {
    const { page, address } = await shared({ colorScheme: "dark" });
    assert.match(await heading(page).innerText(), /^Ihr Entwurf als Link/);
    assert.match(address, /^http:\/\/[^/]+\/#s=[A-Za-z0-9_-]{20,160}$/);
    assert.equal(await link(page).innerText(), address);
    assert.equal(await square(page).getAttribute("aria-label"), `QR-Code mit diesem Link: ${address}`);
    const png = await square(page).screenshot();
    assert.deepEqual([await read(png, 0), await read(png, 0.4)], [address, address]);
    // By keys alone, and what is copied is the link.
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(page, "Link kopieren").focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.match(await page.locator(".result aside [role=status]").innerText(), /kopiert/));
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), address);
    const download = page.waitForEvent("download");
    await button(page, "Als Datei sichern").click();
    assert.match((await download).suggestedFilename(), /\.json$/);
    assert.deepEqual(await faults(page), [[], [], []]);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await faults(page), [[], [], []]);
    assert.equal(await read(await square(page).screenshot(), 0), address);
  });

  test("too much for a link is said, and goes out as a file", async () => {
    const { page } = await site.openPage();
    const scenario = { format: "zukunftshaushalt-scenario", version: 5, pack: "muenster-2026", name: "", moves: LONG };
    await page.locator(".tools .main").click();
    await page.locator("dialog[open] input[type=file]").setInputFiles({ name: "lang.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(scenario)) });
    await eventually(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
    await show(page, "teilen");
    await eventually(async () => assert.match(await heading(page).innerText(), /passt in keinen Link/));
    assert.deepEqual([await link(page).count(), await square(page).count()], [0, 0]);
    assert.ok(await button(page, "Link kopieren").isHidden());
    const download = page.waitForEvent("download");
    await button(page, "Als Datei sichern").click();
    const { moves } = JSON.parse(readFileSync(await (await download).path(), "utf8"));
    assert.ok(moves.length > 40 && moves.length <= LONG.length, `${moves.length} of ${LONG.length}`);
    assert.deepEqual(await faults(page), [[], [], []]);
  });

  test("from the plan there is nothing to share, and a place that shares is offered", async () => {
    const { page } = await site.openPage({ path: "#teilen" });
    assert.match(await heading(page).innerText(), /Noch gibt es nichts zu teilen/);
    assert.equal(await button(page, "Link kopieren").isVisible(), false);
    let told;
    await page.exposeFunction("told", (data) => (told = data));
    await page.evaluate(() => (navigator.share = async ({ title, url }) => window.told({ title, url })));
    await show(page, "werkbank");
    await type(goal(page, 3).field, "+2");
    await show(page, "teilen");
    await button(page, "Mit einer App teilen").click();
    await eventually(async () => assert.deepEqual(told, { title: "Geteilter Entwurf", url: await link(page).getAttribute("href") }));
  });
});

describe("a draft comes in", () => {
  test("with the same sums, touches nothing of one's own, and can be compared and taken over", async () => {
    const { address, said } = await shared();
    const { page } = await site.openPage();
    await type(goal(page, 1).field, "-0,3");
    await handRests(page);
    const [before, own] = [await stored(page), await goal(page, 1).field.inputValue()];
    // Into the same tab, as somebody pastes it.
    await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
    await page.locator(".answers .fx b").first().waitFor();
    assert.equal(await page.title().then((it) => it.split(" · ")[0]), "Geteilter Entwurf");
    await eventually(async () => assert.equal(await card(page), said));
    assert.equal(await heading(page).evaluate((it) => it === document.activeElement), true);
    assert.equal(await stored(page), before);
    assert.deepEqual(await faults(page), [[], [], []]);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await faults(page), [[], [], []]);
    await page.setViewportSize({ width: 1280, height: 800 });

    await button(page, "Vergleichen").click();
    await page.locator(".receipts > li").nth(1).waitFor();
    const names = (await page.locator(".receipts h2").allInnerTexts()).map((it) => it.trim());
    assert.deepEqual(names, ["A Ihr Entwurf", "B Geteilter Entwurf"]);
    await page.goBack();
    await button(page, "Übernehmen").waitFor();

    await button(page, "Übernehmen").click();
    await eventually(async () => assert.equal(new URL(page.url()).hash, "#kurz-ergebnis"));
    await eventually(async () => assert.equal(await card(page), said));
    assert.match(await page.locator(".result").innerText(), /übernommen.*Rückgängig/s);
    assert.equal(await stored(page), before);
    await page.getByRole("button", { name: "Rückgängig" }).first().click();
    await show(page, "werkbank");
    await eventually(async () => assert.equal(await goal(page, 1).field.inputValue(), own));
  });

  test("or says why it does not: changed, another town's, made up", async () => {
    const { page: first, address } = await shared({ path: "?town=freiburg-2018#werkbank" });
    assert.match(address, /\?town=freiburg-2018#s=/);
    const code = new URL(address).hash;
    const { page } = await site.openPage({ path: code });
    await eventually(async () => assert.match(await heading(page).innerText(), /lässt sich nicht öffnen/));
    assert.match(await page.locator(".card-sheet").innerText(), /gehört zu einem anderen Haushalt: .*Freiburg/);
    assert.equal(await button(page, "Übernehmen").isVisible(), false);
    assert.deepEqual(await faults(page), [[], [], []]);
    const before = await stored(page);
    let alarms = 0;
    page.on("dialog", (dialog) => (alarms++, dialog.dismiss()));
    const changed = code.slice(0, 10) + (code[10] === "A" ? "B" : "A") + code.slice(11);
    const made = ["#s=", "#s=%", "#s=%3Cimg%20src=x%20onerror=alert(1)%3E", "#s=<svg/onload=alert(1)>", "#s=javascript:alert(1)",
      "#s=\"><script>alert(1)</script>", `#s=${"A".repeat(5000)}`, "#s=äöü\u202e", `${code}.`, code.slice(0, -1)];
    for (const hash of [changed, ...made]) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await eventually(async () => assert.match(await page.locator(".card-sheet").innerText(), /nicht so angekommen/, hash));
      assert.equal(await page.locator("main img, main script, main svg[onload]").count(), 0);
    }
    assert.deepEqual([alarms, await stored(page)], [0, before]);
    // The way to its own town leads to the draft.
    await page.evaluate((hash) => (location.hash = hash), code);
    await page.getByRole("link", { name: /Dort öffnen: .*Freiburg/ }).click();
    await page.locator(".answers .fx b").first().waitFor();
    assert.match(page.url(), /town=freiburg-2018#s=/);
    await show(first, "kurz-ergebnis");
    assert.equal(await card(page), await card(first));
  });
});
