/**
 * The monkey's hand: a mouse or a finger. `press` and `drag` take what `find` of `inside.mjs` found; the ways of a drag are
 * shares of a slider's length, and some lie beyond its ends.
 */
export const handOf = ({ touch, page, cdp }) => (touch ? finger(page, cdp) : mouse(page));

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
/** Where what was found last is by now: the page may move under a hand that is on its way. */
const now = async (page, found) => middle((await page.evaluate(() => window.monkey.aim())) ?? found);
const along = ({ x, y, width, height }, share) => [x + width * share, y + height / 2];

function mouse(page) {
  return {
    sizes: [[1280, 800], [1024, 768], [1600, 900], [768, 1024], [360, 640], [320, 480]],
    async press(found) {
      await page.mouse.move(...middle(found));
      await page.mouse.click(...(await now(page, found)));
    },
    async drag(found, ways) {
      await page.mouse.move(...along(found, found.share));
      await page.mouse.down();
      for (const share of ways) await page.mouse.move(...along(found, share));
      await page.mouse.up();
    },
  };
}

function finger(page, cdp) {
  const send = (type, points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  return {
    cancels: true,
    sizes: [[390, 844], [844, 390], [360, 640], [768, 1024], [320, 480]],
    press: async (found) => page.touchscreen.tap(...(await now(page, found))),
    async drag(found, ways, isCancelled) {
      const within = (share) => along(found, Math.min(Math.max(share, 0), 1));
      await send("touchStart", [within(found.share)]);
      for (const share of ways) await send("touchMove", [along(found, share)]);
      await send(isCancelled ? "touchCancel" : "touchEnd", []);
    },
  };
}
