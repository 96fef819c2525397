/**
 * Pictures of the page in three sizes and both colour schemes, each screen and the workbench with money moved from one goal
 * to another, into out/; and the one that README.md shows, screenshot.png. With the money moved also: why an indicator
 * changes, the ledger of the generations opened, the tables with one crisis on, and how it is calculated.
 */
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { handRests, openSite, show, type } from "./harness.mjs";

const OUT = fileURLToPath(new URL("out/", import.meta.url));
const SIZES = [[360, 740], [768, 1024], [1280, 800]];
const SCREENS = ["auftakt", "kurz", "kurz-ziel-mobilitaet", "kurz-geld", "kurz-ergebnis", "verstehen", "vergleichen", "ratsanlage"];
/** 2.0 million euros in steps of 100,000. */
const STEPS = 20;

const site = await openSite();
await mkdir(OUT, { recursive: true });
for (const [width, height] of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const { page, context } = await site.openPage({ width, height, colorScheme, reducedMotion: "reduce" });
    for (const screen of SCREENS) {
      await show(page, screen);
      await shoot(page, `${width}-${colorScheme}-${screen}`);
    }
    await show(page, "werkbank");
    await shoot(page, `${width}-${colorScheme}-untouched`);
    await move(page, 2, "ArrowRight");
    await move(page, 4, "ArrowLeft");
    // Sorted once the hand rests and no row holds the focus.
    await handRests(page);
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(page, `${width}-${colorScheme}-moved`);
    await details(page, `${width}-${colorScheme}`);
    await context.close();
  }
}
await copyFile(`${OUT}1280-light-moved.png`, fileURLToPath(new URL("screenshot.png", import.meta.url)));
await site.close();

async function move(page, goal, key) {
  const slider = page.locator("input[type=range]").nth(goal);
  // Between a phone and a desk, goals have no sliders.
  if (!(await slider.isVisible())) return type(page.locator("#ziele .goals > .goal > .money input").nth(goal), key === "ArrowRight" ? "+2" : "-2");
  await slider.focus();
  for (let step = 0; step < STEPS; step++) await slider.press(key);
}

/** What is opened by a click: an explanation, the ledger, the law under a crisis, the method. */
async function details(page, name) {
  await page.locator("#wirkung .card .acts > a").first().click();
  await page.locator("#why-sum").waitFor();
  await part(page, "#warum", `${name}-why`);
  await page.goBack();
  await page.locator("#ziele").waitFor();
  await page.locator("#generationen > details").evaluate((it) => (it.open = true));
  await page.locator("#generationen td").nth(20).waitFor();
  await part(page, "#generationen", `${name}-ledger`);
  await page.locator("#krisentest input").first().evaluate((it) => it.click());
  await page.locator("#recht > details").evaluate((it) => (it.open = true));
  // Tables of crises are told anew once the hand rests.
  await new Promise((done) => setTimeout(done, 500));
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${OUT}${name}-crisis.png` });
  await part(page, "#recht", `${name}-crisis-law`);
  await show(page, "verstehen");
  await page.locator("#krisentest > details").evaluate((it) => (it.open = true));
  await part(page, "#krisentest", `${name}-crisis-table`);
  await page.locator("footer").getByRole("link").first().click();
  await page.locator("#rechnung .rows > li").first().waitFor();
  await part(page, "#rechnung .formulas >> nth=3", `${name}-method-budget`);
  await page.locator("#rechnung .chips button").nth(1).click();
  await page.locator("#rechnung .chips button").last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${OUT}${name}-method.png` });
  await page.locator("#rechnung .rows").last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${OUT}${name}-method-values.png` });
}

/** A part of the page, as tall as it is; what stays in the window would lie across it. */
async function part(page, selector, name) {
  const hide = (isHidden) => document.querySelectorAll(".scale, .bar").forEach((it) => { it.style.visibility = isHidden ? "hidden" : ""; });
  await page.evaluate(`(${hide})(true)`);
  await page.locator(selector).screenshot({ path: `${OUT}${name}.png` });
  await page.evaluate(`(${hide})(false)`);
}

async function shoot(page, name) {
  // Drawings are made in the frame after a change.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: `${OUT}${name}.png` });
  await page.screenshot({ path: `${OUT}${name}-full.png`, fullPage: true });
}
