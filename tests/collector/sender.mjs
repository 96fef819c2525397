/**
 * One of many who send drafts, a process of its own; `collector.test.mjs` starts it. It sends as the page does: each draft under its own
 * nonce, only if there is none, and again with a pause of random length where that may help.
 *
 *   ADDRESS=http://… DRAFTS=100 FIRST=0 node sender.mjs
 *
 * Tells its parent every draft that was taken, and at the end which answers it saw.
 */
import { draft } from "./draft.mjs";

/** After these the page tries again; every other one but 201 and 412 is a refusal for good. */
const AGAIN = new Set([408, 409, 429, 500, 502, 503, 504]);
const TRIES = 4;
/** So often somebody presses the button in the end. */
const CLICKS = 20;

const answers = {};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One answer: its status, or "cut" where none came. */
async function put(it) {
  const options = {
    method: "PUT",
    headers: { "Content-Type": "application/json", "If-None-Match": "*" },
    body: JSON.stringify({ data: it }),
    signal: AbortSignal.timeout(10_000),
  };
  try {
    const answer = await fetch(`${process.env.ADDRESS}/${it.nonce}`, options);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return "cut";
  }
}

/** Sends as the page does after one click, and says whether the draft is there. */
async function send(it) {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await put(it);
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (answer === 201 || answer === 412) return true;
    if (answer !== "cut" && !AGAIN.has(answer)) throw new Error(`refused with ${answer}`);
    await pause((0.5 + Math.random()) * 100 * 2 ** attempt);
  }
  return false;
}

// Without its parent it counts for nothing.
process.on("disconnect", () => process.exit());
for (let at = 0; at < Number(process.env.DRAFTS); at += 1) {
  const it = draft(Number(process.env.FIRST) + at);
  // Whoever is told that it did not arrive presses the button again.
  let clicks = 1;
  while (!(await send(it))) {
    clicks += 1;
    if (clicks > CLICKS) throw new Error(`not taken: ${JSON.stringify(answers)}`);
  }
  answers.clicks = (answers.clicks ?? 0) + clicks;
  process.send({ taken: it });
}
process.send({ answers }, () => process.disconnect());
