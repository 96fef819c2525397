/**
 * Pictures of the page in three sizes and both colour schemes, untouched and with money moved from one goal to
 * another, into out/; and the one that README.md shows, screenshot.png.
 */
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openSite } from "./harness.mjs";

const OUT = fileURLToPath(new URL("out/", import.meta.url));
const SIZES = [[360, 740], [768, 1024], [1280, 800]];
/** 2.0 million euros in steps of 100,000. */
const STEPS = 20;

const site = await openSite();
await mkdir(OUT, { recursive: true });
for (const [width, height] of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const { page, context } = await site.openPage({ width, height, colorScheme, reducedMotion: "reduce" });
    await shoot(page, `${width}-${colorScheme}-untouched`);
    await move(page, 2, "ArrowRight");
    await move(page, 5, "ArrowLeft");
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(page, `${width}-${colorScheme}-moved`);
    await context.close();
  }
}
await copyFile(`${OUT}1280-light-moved.png`, fileURLToPath(new URL("screenshot.png", import.meta.url)));
await site.close();

async function move(page, goal, key) {
  const slider = page.locator("input[type=range]").nth(goal);
  await slider.focus();
  for (let step = 0; step < STEPS; step++) await slider.press(key);
}

async function shoot(page, name) {
  // Drawings are made in the frame after a change.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: `${OUT}${name}.png` });
  await page.screenshot({ path: `${OUT}${name}-full.png`, fullPage: true });
}
