/**
 * Times in the browser: one simulation, and from a key press on the first slider to the painted picture, each with the
 * whole processor (1x) and with a quarter of it (4x), as on a cheap phone; and to the picture with the ranges of all
 * members. Ends with one line of JSON for xtask.
 *
 * A browser compiles a page while it runs, so the first moves take longer; they are told apart from the others.
 */
import { give, openSite } from "./harness.mjs";

const RUNS = 50;
const FIRST = 20;
const MOVES = 140;
const PAUSES = 40;

const site = await openSite();
const { page, context } = await site.openPage();
await give(page, process.argv[2]);
const session = await context.newCDPSession(page);
const result = {};
for (const rate of [1, 4]) {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  result[`simulate_${rate}x`] = await simulate();
  result[`slider_${rate}x`] = await moveSlider();
  result[`ranges_${rate}x`] = await awaitRanges();
}
await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
// The first run of the ensemble draws its members, once for a town.
const first = await time("run_ensemble", 1);
await time("run_ensemble", 5);
result.ensemble = [first, (await time("run_ensemble", 20)) / 20];
await site.close();
console.log(JSON.stringify(result));

/** Milliseconds that a function of the program takes, given a number. */
function time(name, runs) {
  return page.evaluate(([name, runs]) => {
    const begin = performance.now();
    window.program[name](runs);
    return performance.now() - begin;
  }, [name, runs]);
}

/** Milliseconds for one simulation. */
async function simulate() {
  return (await time("run_simulate", RUNS)) / RUNS;
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

/** From a key press to the picture with the ranges of all thousand members: the hand pauses after each key. */
async function awaitRanges() {
  await page.evaluate(() => {
    window.follow = [];
    let pressed;
    const onKey = ({ timeStamp }) => (pressed = timeStamp);
    addEventListener("keydown", onKey, { capture: true });
    const effects = document.querySelector("#wirkung");
    const observer = new MutationObserver(() => {
      if (effects.ariaBusy !== "false" || pressed === undefined) return;
      const begin = pressed;
      pressed = undefined;
      requestAnimationFrame(() => window.follow.push(performance.now() - begin));
    });
    observer.observe(effects, { attributes: true, attributeFilter: ["aria-busy"] });
    window.stopFollowing = () => (removeEventListener("keydown", onKey, { capture: true }), observer.disconnect());
  });
  for (let move = 1; move <= PAUSES; move++) {
    await page.keyboard.press(move % 2 ? "ArrowLeft" : "ArrowRight");
    while ((await page.evaluate(() => window.follow.length)) < move);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  }
  await page.evaluate(() => window.stopFollowing());
  return quantiles(await page.evaluate(() => window.follow));
}

function quantiles(times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(share * times.length) - 1];
  return { p50: at(0.5), p95: at(0.95) };
}
