/**
 * Times in the browser: one simulation, and from a key press on the first slider to the painted picture, each with the
 * whole processor (1x) and with a quarter of it (4x), as on a cheap phone; and to the picture with the ranges of all
 * members; how long a cheap phone on a slow line waits; and by how much memory grows. Ends with one line of JSON for xtask.
 *
 * A browser compiles a page while it runs, so the first moves take longer; they are told apart from the others.
 */
import { STARTED, give, openSite } from "./harness.mjs";

const RUNS = 50;
const FIRST = 20;
const MOVES = 140;
const PAUSES = 40;
const VISITS = 5;
/** Moves, and openings of each dialog, between the two looks at the memory; a tenth of them come before the first look. */
const WORK = { moves: 2000, dialogs: 50 };
/** A slow mobile line: 1.6 Mbit/s down, a quarter of that up, 150 milliseconds each way round. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 50_000 };

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
await context.close();
const visits = [];
for (let visit = 0; visit < VISITS; visit++) visits.push(await arrive());
result.phone = Object.fromEntries(Object.keys(visits[0]).map((name) => [name, quantiles(visits.map((it) => it[name]))]));
result.memory = await remember();
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

/** A first visit with a cheap phone on a slow line, in milliseconds from the address to what is seen. */
async function arrive() {
  const phone = async (screen, look, before) => {
    const { page, context } = await site.openPage({
      width: 360, height: 740, screen, ready: null, until: "commit", before,
      prepare: async (context, page) => {
        const session = await context.newCDPSession(page);
        await session.send("Network.enable");
        await session.send("Network.emulateNetworkConditions", LINE);
        await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      },
    });
    const seen = await look(page);
    await context.close();
    return seen;
  };
  const now = (page) => page.evaluate(() => performance.now());
  const readable = await phone("", async (page) => {
    await page.locator(".karo svg:visible").first().waitFor();
    const read = await now(page);
    await page.waitForSelector(STARTED, { state: "attached" });
    return { readable: read, usable: await now(page) };
  });
  const answered = await phone("kurz-ziel-mobilitaet", async (page) => {
    const answered = await page.waitForFunction(() => window.answered);
    return { answered: await answered.jsonValue() };
  }, press);
  return { ...readable, ...answered };
}

/**
 * Presses the first + as soon as it is there, and looks for its answer in every frame. A hand of this program's own would
 * measure itself: on a processor four times slower it takes longer to find the button than the page takes to answer.
 */
function press() {
  let isPressed = false;
  const look = () => {
    const row = document.querySelector(".mlist > li");
    const more = [...(row?.querySelectorAll(".sb") ?? [])].at(-1);
    if (more && !more.disabled && !isPressed) isPressed = true, more.click();
    if (!row?.querySelector(".out b")?.textContent.includes("+")) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.answered = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Memory of the module in bytes and nodes of the document, after the work over after a tenth of it. */
async function remember() {
  const { page, context } = await site.openPage({
    before: () => {
      const { instantiate, instantiateStreaming } = WebAssembly;
      const watch = (made) => ((window.wasmMemory ??= (made.instance ?? made).exports.memory), made);
      WebAssembly.instantiate = async (...all) => watch(await instantiate(...all));
      WebAssembly.instantiateStreaming = async (...all) => watch(await instantiateStreaming(...all));
    },
  });
  const session = await context.newCDPSession(page);
  const look = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { nodes } = await session.send("Memory.getDOMCounters");
    return [await page.evaluate(() => window.wasmMemory.buffer.byteLength), nodes];
  };
  const work = async ({ moves, dialogs }) => {
    const slider = page.locator("input[type=range]").first();
    await slider.focus();
    for (let move = 0; move < moves; move++) await page.keyboard.press(move % 40 < 20 ? "ArrowRight" : "ArrowLeft");
    const openers = page.locator("main button[aria-haspopup=dialog], header button[aria-haspopup=dialog], footer button[aria-haspopup=dialog]");
    for (let time = 0; time < dialogs; time++) {
      for (const opener of await openers.all()) {
        if (!(await opener.isVisible())) continue;
        await opener.click();
        await page.locator("dialog:modal").waitFor();
        await page.keyboard.press("Escape");
        await page.locator("dialog:modal").waitFor({ state: "detached" });
      }
    }
  };
  await work({ moves: WORK.moves / 10, dialogs: WORK.dialogs / 10 });
  const before = await look();
  await work(WORK);
  const after = await look();
  return after.map((size, at) => size / before[at]);
}

function quantiles(times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(share * times.length) - 1];
  return { p50: at(0.5), p95: at(0.95) };
}
