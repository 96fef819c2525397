/**
 * Times in the browser: one simulation, and from a key press on the first slider to the painted picture, each with the
 * whole processor (1x) and with a quarter of it (4x), as on a cheap phone. Ends with one line of JSON for xtask.
 *
 * A browser compiles a page while it runs, so the first moves take longer; they are told apart from the others.
 */
import { openSite } from "./harness.mjs";

const RUNS = 50;
const FIRST = 20;
const MOVES = 140;

const site = await openSite();
const { page, context } = await site.openPage();
const session = await context.newCDPSession(page);
const result = {};
for (const rate of [1, 4]) {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  result[`simulate_${rate}x`] = await simulate();
  result[`slider_${rate}x`] = await moveSlider();
}
await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
result.ensemble = await page.evaluate(async () => {
  const glue = await import(document.querySelector("link[rel=modulepreload]").href);
  glue.bench_ensemble?.(5);
  return [...glue.bench_ensemble?.(20) ?? []];
});
await site.close();
console.log(JSON.stringify(result));

/** Milliseconds for one simulation; null while the page exports no such measurement. */
function simulate() {
  return page.evaluate(async (runs) => {
    // The page has loaded this module already, so this is the running app and not a second one.
    const glue = await import(document.querySelector("link[rel=modulepreload]").href);
    return glue.bench_simulate?.(runs) ?? null;
  }, RUNS);
}

/** Median and 95th percentile, in milliseconds, of the time from a key press to the paint after it, and of the first ones. */
async function moveSlider() {
  const slider = page.locator("input[type=range]").first();
  await slider.focus();
  await page.evaluate(() => {
    window.times = [];
    const afterPaint = (then) => requestAnimationFrame(() => {
      // A message posted in the frame's last moment arrives when the frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
    const measure = ({ timeStamp }) => afterPaint(() => window.times.push(performance.now() - timeStamp));
    window.stopMeasuring?.();
    addEventListener("keydown", measure, { capture: true });
    window.stopMeasuring = () => removeEventListener("keydown", measure, { capture: true });
  });
  for (let move = 1; move <= MOVES; move++) {
    const atEnd = await slider.evaluate(({ value, max }) => Number(value) >= Number(max));
    await page.keyboard.press(atEnd ? "Home" : "ArrowRight");
    while ((await page.evaluate(() => window.times.length)) < move);
  }
  const times = await page.evaluate(() => window.times);
  return { first: quantiles(times.splice(0, FIRST)), ...quantiles(times) };
}

function quantiles(times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(share * times.length) - 1];
  return { p50: at(0.5), p95: at(0.95) };
}
