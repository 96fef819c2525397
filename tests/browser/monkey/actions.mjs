/**
 * What the monkey can do, each with how often it does it. An action gets the monkey (see `play.mjs`): the page, its hand
 * (mouse or touch), numbers from its seed, and the book of what it has saved; it returns what it did, in words.
 *
 * `still` says that no amount may change by it, `words` that the words for it may, `away` that it leaves the page, and
 * `inDialog` that an open dialog need not be closed for it.
 */
export const ACTIONS = {
  // Values, by keys, hand and typing.
  keys: { often: 14, run: keys },
  drag: { often: 9, run: drag },
  steps: { often: 12, run: press("#ziele .ctl button") },
  field: { often: 12, run: field },
  unfinished: { often: 3, still: true, run: unfinished },
  // The short path, and the ways between the screens.
  choice: { often: 6, run: press(".sb, .easy button, .others > li > button, .all-changes button") },
  screen: { often: 5, still: true, run: press(".way a, .door, .tile, .act .btn, .views a, .result aside a, .id") },
  bench: { often: 4, still: true, run: bench },
  base: { often: 1, still: true, run: async (monkey) => (await type(monkey, "#messbetrag")).what },
  lock: { often: 3, still: true, run: press("#ziele .lock") },
  crises: { often: 4, run: press(".krisen input[type=checkbox]") },
  // What is opened and closed.
  goal: { often: 7, still: true, run: press(".goal > .name button") },
  fold: { often: 7, still: true, run: press("#app details > summary") },
  card: { often: 3, still: true, run: press("#wirkung .card .acts a") },
  dialog: { often: 2, still: true, run: press(":is(.tools, .foot-note, .spread) button[aria-haspopup=dialog]") },
  way: { often: 2, still: true, run: press("a[href^='#']") },
  close: { often: 6, still: true, inDialog: true, run: close },
  mode: { often: 3, still: true, words: true, run: press(".seg button, .chips button") },
  language: { often: 2, still: true, words: true, run: press(".top .lang") },
  walk: { often: 3, still: true, inDialog: true, run: walk },
  // The way back, and what the page does by itself.
  undo: { often: 6, run: undo },
  plan: { often: 2, run: press(".said .acts button, .open > button") },
  spread: { often: 2, run: spread },
  undoElsewhere: { often: 2, still: true, inDialog: true, run: undoElsewhere },
  // Drafts.
  save: { often: 3, still: true, inDialog: true, run: save },
  rename: { often: 1, still: true, inDialog: true, run: rename },
  copy: { often: 1, still: true, inDialog: true, run: copy },
  remove: { often: 1, still: true, inDialog: true, run: remove },
  load: { often: 2, inDialog: true, run: load },
  file: { often: 2, inDialog: true, run: file },
  // The surroundings.
  late: { often: 8, still: true, inDialog: true, run: late },
  storage: { often: 1, still: true, inDialog: true, run: storage },
  window: { often: 1, still: true, inDialog: true, run: resize },
  colours: { often: 1, still: true, inDialog: true, run: colours },
  reload: { often: 1, still: true, away: true, inDialog: true, run: reload },
  back: { often: 1, still: true, away: true, inDialog: true, run: back },
  town: { often: 0.5, away: true, run: town },
};

const LATE = [
  "change", "input", "blur", "focusout", "focus", "keydown", "keyup", "pointerdown", "pointerup", "pointercancel", "click",
  "toggle", "close", "submit",
];
const KEYS = [
  "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowLeft", "PageUp", "PageDown", "Home", "End",
  "Escape",
];
/** What people type, and what nobody should. */
const TYPED = [
  "100", "92,5", "92.5", "1.234,5", "1,234.5", "+1", "-1", "−2", "0", "-0", "", " ", "12 €", "5 %", "465.5", "465,5", "1e9", "abc", "NaN",
  "Infinity", "0x10", "1,2,3", "1/2", "9".repeat(400), "<b>1</b>", "\u202e12", "١٢", "😀", "12\u0000", "9007199254740993",
];

function press(selector) {
  return async ({ at, hand }) => {
    const found = await at(selector);
    if (!found) return "nothing there";
    await hand.press(found);
    return found.what;
  };
}

async function keys({ page, at, random, choose }) {
  const found = await at("#ziele input[type=range]", { focus: true });
  if (!found) return "nothing there";
  const key = choose(KEYS);
  const count = 1 + Math.floor(random() * 3);
  const isHeld = random() < 0.3 && !key.includes("+");
  for (let i = 0; i < count; i++) await (isHeld ? page.keyboard.down(key) : page.keyboard.press(key));
  if (isHeld) await page.keyboard.up(key);
  return `${key} ×${count}${isHeld ? " held" : ""} on ${found.what}`;
}

async function drag({ at, random, hand }) {
  const found = await at("#ziele input[type=range]");
  if (!found) return "nothing there";
  // Some of the ways lead past the ends of the slider, and off its line.
  const ways = Array.from({ length: 3 }, () => random() * 1.6 - 0.3);
  const isCancelled = random() < 0.2;
  await hand.drag(found, ways, isCancelled);
  return `to ${ways.at(-1).toFixed(2)}${isCancelled && hand.cancels ? " cancelled" : ""} on ${found.what}`;
}

async function type({ page, at, choose }, selector) {
  const found = await at(selector, { focus: true });
  const text = choose(TYPED);
  if (!found) return { what: "nothing there" };
  await page.keyboard.press("Control+a");
  if (text) await page.keyboard.insertText(text);
  else await page.keyboard.press("Delete");
  return { found, what: `${JSON.stringify(text.slice(0, 20))} in ${found.what}` };
}

async function field(monkey) {
  const { found, what } = await type(monkey, "#ziele .money input");
  const end = monkey.choose(["Enter", "Tab", "Escape", "Enter", "Tab"]);
  if (found) await monkey.page.keyboard.press(end);
  return `${what}, ${end}`;
}

/** Typed and not finished: what comes next ends it, or takes the field away. */
async function unfinished(monkey) {
  const { what } = await type(monkey, "#ziele .lever .money input");
  return what;
}

/** Back to the workbench, where most of the others are at home. */
async function bench({ page }) {
  await page.evaluate(() => { location.hash = "werkbank"; });
  return "by the address";
}

async function close({ page, at, hand, random }) {
  const isByKey = random() < 0.5;
  // Elsewhere the key has a meaning of its own.
  if (!(await page.evaluate(() => !!document.querySelector("dialog[open]")))) return "nothing is open";
  if (isByKey) {
    await page.keyboard.press("Escape");
    return "Escape";
  }
  const found = await at("dialog[open] .end button:last-child");
  // The last button of the preview spreads; that is an action of its own.
  const isSpread = await page.evaluate(() => !!document.querySelector("dialog[open] #h-verteilen"));
  if (!found || isSpread) return "nothing there";
  await hand.press(found);
  return found.what;
}

async function walk({ page, random }) {
  const count = 1 + Math.floor(random() * 6);
  const key = random() < 0.6 ? "Tab" : "Shift+Tab";
  for (let i = 0; i < count; i++) await page.keyboard.press(key);
  return `${key} ×${count}`;
}

async function undo({ page, at, hand, random, choose }) {
  if (random() < 0.5) return press(".tools .icon")({ at, hand });
  await page.evaluate(() => document.activeElement?.matches("input[type=text]") && document.activeElement.blur());
  const key = choose(["Control+z", "Control+z", "Control+y", "Control+Shift+z"]);
  await page.keyboard.press(key);
  return key;
}

/** Undo where it belongs to a text, or to nothing: in a dialog and in its fields. */
async function undoElsewhere(monkey) {
  const { page, at, random, choose } = monkey;
  await openSaves(monkey);
  if (random() < 0.7) await at("dialog[open] input[type=text]", { focus: true });
  const key = choose(["Control+z", "Control+y", "Control+Shift+z"]);
  await page.keyboard.press(key);
  return `${key} in the dialog`;
}

async function spread(monkey) {
  const { at, hand } = monkey;
  const opener = await at(".spread button");
  if (!opener) return "nothing to spread";
  await hand.press(opener);
  const found = await at("dialog[open] .end .main");
  if (found) await hand.press(found);
  return found ? found.what : "nothing can be spread";
}

/** Opens the dialog of drafts, unless it is open. A tap that only stops a page that still rolls is repeated. */
async function openSaves(monkey) {
  const { page, at, hand } = monkey;
  const isOpen = () => page.evaluate(() => !!document.querySelector("dialog[open] .savebar"));
  if (await isOpen()) return;
  for (let i = 0; i < 5; i++) {
    // Another one may have been on its way, and so may this one.
    await page.evaluate(() => document.querySelectorAll("dialog[open]:not(:has(.savebar))").forEach((it) => it.close()));
    const found = await at(".tools .main");
    // The first screen has nothing to save.
    if (found) await hand.press(found);
    else await bench(monkey);
    for (let k = 0; k < 10; k++) {
      if (await isOpen()) return;
      await page.waitForTimeout(20);
    }
  }
  throw new Error("the dialog of drafts does not open");
}

async function save(monkey) {
  const { page, at, hand, random, book, number } = monkey;
  await openSaves(monkey);
  const name = `${book.start}-${number}`;
  const found = await at("dialog[open] .savebar input[type=text]", { focus: true });
  if (!found) return "nowhere to save";
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(name);
  const isByKey = random() < 0.5;
  if (isByKey) await page.keyboard.press("Enter");
  else await hand.press(await at("dialog[open] .savebar button[type=submit]"));
  if (!monkey.storageThrows) await book.add(name, monkey.town);
  return `${name} by ${isByKey ? "key" : "button"}`;
}

/** A row of the drafts that the book knows, and one of its buttons by its place: load, rename, copy, delete. */
async function row(monkey, place, town) {
  const { page, choose, book, at, hand } = monkey;
  await openSaves(monkey);
  const name = choose([...book.names(town), undefined]);
  const rows = page.locator("dialog[open] .saves li").filter({ has: page.locator("b", { hasText: new RegExp(`^${name}$`) }) });
  const index = name && (await rows.count()) ? await rows.first().evaluate((it) => [...it.parentElement.children].indexOf(it) + 1) : 0;
  if (!index) return {};
  const button = await at(`dialog[open] .saves li:nth-child(${index}) .acts > :nth-child(${place})`);
  if (button) await hand.press(button);
  return { name: button && name, index };
}

async function load(monkey) {
  const { name } = await row(monkey, 1, monkey.town);
  return name ?? "nothing there";
}

async function rename(monkey) {
  const { page, at, book, number } = monkey;
  const { name, index } = await row(monkey, 2);
  if (!name) return "nothing there";
  const other = `${book.start}-${number}`;
  const found = await at(`dialog[open] .saves li:nth-child(${index}) form input`, { focus: true });
  if (!found) return `no field for ${name}`;
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(other);
  await page.keyboard.press("Enter");
  if (!monkey.storageThrows) await book.rename(name, other);
  return `${name} to ${other}`;
}

async function copy(monkey) {
  const { name } = await row(monkey, 3);
  return name ?? "nothing there";
}

/** Deletes a draft, and takes that back every second time. */
async function remove(monkey) {
  const { book, at, hand, random } = monkey;
  const { name } = await row(monkey, 4);
  if (!name) return "nothing there";
  if (monkey.storageThrows) return `${name}, which cannot be deleted now`;
  const draft = book.remove(name);
  if (random() < 0.5) return name;
  await book.gone(name);
  const back = await at("dialog[open] .sayline button");
  if (!back) return name;
  await hand.press(back);
  await book.restore(name, draft);
  return `${name}, and back`;
}

async function file(monkey) {
  const { page, choose, town } = monkey;
  await openSaves(monkey);
  const [what, text] = choose(files(town));
  await page.locator("dialog[open] input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
  // Nobody but the page knows when it has read a file; it says so.
  await page.waitForTimeout(60);
  return what;
}

function files(town) {
  const lever = town.startsWith("muenster") ? { lever: "radwege", purpose: "mobilitaet" } : { lever: "rat", purpose: "overhead" };
  const move = { ...lever, euros_per_year: 50_000 };
  const sound = { format: "zukunftshaushalt-scenario", version: 4, pack: town, name: "Aus einer Datei", moves: [move], taxes: [] };
  const say = (changes) => JSON.stringify({ ...sound, ...changes });
  return [
    ["a sound file", say({})],
    ["a sound file", say({ taxes: [{ tax: "trade_tax", multiplier: 450 }] })],
    ["a file of an older version", say({ version: 1 })],
    ["an empty scenario", say({ moves: [] })],
    ["the same lever twice", say({ moves: [move, move] })],
    ["some years only", say({ moves: [{ ...move, from: 2030, to: 2035 }] })],
    ["beyond all bounds", say({ moves: [{ ...move, euros_per_year: -9e15 }], taxes: [{ tax: "trade_tax", multiplier: 1e300 }] })],
    ["a name of markup", say({ name: "<img src=x onerror=alert(1)>" })],
    ["a long name", say({ name: "x".repeat(100_000) })],
    ["another town", say({ pack: "anderswo-2026" })],
    ["a newer version", say({ version: 99 })],
    ["no scenario", JSON.stringify({ format: "shopping-list" })],
    ["broken", say({}).slice(0, -9)],
    ["nothing", ""],
    ["bytes", "\u0000\u0001\ufffd"],
    ["two megabytes", `${say({}).slice(0, -1)}${" ".repeat(2_000_000)}}`],
  ];
}

async function late(monkey) {
  const { page, random, choose } = monkey;
  const type = choose(LATE);
  const number = random();
  // Mostly long after; sometimes in the moment in which an element goes.
  return page.evaluate(([at, type, isAmbush]) => window.monkey.late(at, type, isAmbush), [number, type, random() < 0.2]);
}

async function storage(monkey) {
  // What was asked of the page before waits for the lock of its drafts; behind it in the queue, it has been done.
  await monkey.page.evaluate(() => navigator.locks.request("zukunftshaushalt/v1", () => {}));
  monkey.storageThrows = !monkey.storageThrows;
  await monkey.page.evaluate((throws) => { window.monkey.storageThrows = throws; }, monkey.storageThrows);
  return monkey.storageThrows ? "throws from now on" : "works again";
}

async function resize({ page, choose, hand }) {
  const [width, height] = choose(hand.sizes);
  await page.setViewportSize({ width, height });
  return `${width} × ${height}`;
}

async function colours({ page, choose }) {
  const wish = choose([
    { colorScheme: "dark" }, { colorScheme: "light" }, { forcedColors: "active" }, { forcedColors: "none" },
    { reducedMotion: "reduce" }, { media: "print" }, { media: "screen" },
  ]);
  // Printed, the page is looked at and not used.
  const [[name, value]] = Object.entries(wish);
  await page.emulateMedia(wish);
  if (value === "print") await page.emulateMedia({ media: "screen" });
  return `${name} ${value}`;
}

async function reload({ arrive }) {
  await arrive((page) => page.reload());
  return "reload";
}

async function back({ page, arrive }) {
  const place = () => page.url().split("#")[0];
  const there = place();
  let isAway = false;
  await arrive(async () => {
    await page.goBack({ waitUntil: "commit" });
    // The question on leaving is answered by the driver, and the way goes on a moment later.
    await page.waitForTimeout(300);
    isAway = place() !== there;
    if (isAway) await page.goForward({ waitUntil: "commit" });
  });
  return isAway ? "back, and forward again" : "back to another place of the page";
}

async function town(monkey) {
  const { page, at, hand } = monkey;
  const found = await at(".foot-note button[aria-haspopup=dialog]");
  if (!found) return "nothing there";
  await hand.press(found);
  await monkey.changeTown();
  return monkey.town;
}
