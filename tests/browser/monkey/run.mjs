/** The long play: `cargo xtask monkey [--actions N] [--seed S]`. Half by mouse, a quarter by touch, a quarter without leaving. */
import { parseArgs } from "node:util";
import { openSite } from "../harness.mjs";
import { play } from "./play.mjs";

const { values } = parseArgs({
  options: {
    actions: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    without: { type: "string", default: "" },
    only: { type: "string", default: "" },
  },
});
const [actions, seed] = [Number(values.actions), Number(values.seed)];
const without = values.without.split(",").filter(Boolean);
const parts = [
  { name: "mouse", share: 0.5 },
  { name: "touch", share: 0.25, touch: true },
  { name: "stays", share: 0.25, stays: true },
];
const site = await openSite();
let failed = false;
if (values.only && !parts.some(({ name }) => name === values.only)) throw new Error(`there is no part "${values.only}"; there are mouse, touch, stays`);
for (const { name, share, ...how } of parts.filter(({ name }) => !values.only || values.only === name)) {
  const count = Math.max(1, Math.round(actions * (values.only ? 1 : share)));
  console.log(`\n${name}: ${count} actions of seed ${seed}`);
  let shown = 0;
  const onProgress = ({ number }) => {
    if (number % 500 === 0 && number > shown) console.log(`  ${(shown = number)}`);
  };
  try {
    tell(await play(site, { seed, actions: count, without, onProgress, ...how }));
  } catch (error) {
    failed = true;
    console.log(error.message);
  }
  await site.leave();
}
await site.close();
process.exitCode = failed ? 1 : 0;

function tell({ perSecond, seconds, counts, focusLost, drafts, memory }) {
  const list = (counts) => Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(", ") || "never";
  console.log(`  ${seconds.toFixed(0)} s, ${perSecond.toFixed(1)} actions per second, ${drafts} drafts at the end`);
  console.log(`  ${list(counts)}`);
  console.log(`  the focus fell to the body after: ${list(focusLost)}`);
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  for (const { action, wasm, nodes, attached, rows, heap } of memory) {
    console.log(`  after ${action}: ${megabytes(wasm)} WebAssembly, ${nodes} nodes (${attached} in the page, ${rows} of drafts), ${megabytes(heap)} JavaScript`);
  }
}
