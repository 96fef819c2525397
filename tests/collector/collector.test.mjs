/**
 * The collector from start to finish, as `xtask/package/collector/` says: do drafts of many senders arrive whole and once, through
 * crashes, and can strangers do nothing else? `cargo xtask collector` runs it.
 *
 * DRAFTS=20000 sends that many instead of 600. CHANGED='{"ini": [["from", "to"]]}' changes the samples first (`place.mjs`): so it shows
 * which check sees that a guard is missing.
 */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { draft } from "./draft.mjs";
import { ORIGIN, README, RECORDS, open } from "./place.mjs";

const DRAFTS = Number(process.env.DRAFTS ?? 600);
const SENDERS = 8;
const COLLECTION = RECORDS.replace("/records", "");

let place;
before(async () => {
  place = await open(JSON.parse(process.env.CHANGED ?? "{}"));
});
after(() => place?.close());

/** What a stranger is answered; `body` is sent as JSON, as it is where it is a text. */
async function ask(address, method, body, headers = {}) {
  const text = typeof body === "string" ? body : body && JSON.stringify(body);
  const answer = await fetch(address, { method, body: text, headers: { "Content-Type": "application/json", ...headers } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Sends a draft as the page does, to Kinto or through nginx. */
const put = (it, base = place.inside, more = {}) => ask(`${base}${RECORDS}/${it.nonce}`, "PUT", { data: it, ...more }, { "If-None-Match": "*" });

const byNonce = (list) => new Map(list.map((it) => [it.nonce, it]));

describe("the collector", () => {
  test(`takes ${DRAFTS} drafts of ${SENDERS} senders through two crashes, each whole and once`, async (t) => {
    const sent = [];
    const answers = {};
    const begin = performance.now();
    let [waited, crashes] = [0, 0];
    // In the middle: first Kinto, then its database, both as if somebody pulled the plug.
    const crash = async (name) => {
      const from = performance.now();
      await place.kill(name);
      await place.start(name);
      waited += performance.now() - from;
      crashes += 1;
    };
    const due = [[0.4, "kinto"], [0.7, "postgres"]];
    let crashing = Promise.resolve();
    const share = Math.ceil(DRAFTS / SENDERS);
    const running = [];
    t.after(() => running.forEach((it) => it.kill()));
    const senders = Array.from({ length: SENDERS }, (_, at) => {
      const env = { ...process.env, ADDRESS: place.unlimited + RECORDS, FIRST: at * share, DRAFTS: Math.min(share, DRAFTS - at * share) };
      const sender = fork(fileURLToPath(new URL("sender.mjs", import.meta.url)), { env, execArgv: [] });
      running.push(sender);
      sender.on("message", (message) => {
        if (message.taken) sent.push(message.taken);
        for (const [answer, times] of Object.entries(message.answers ?? {})) answers[answer] = (answers[answer] ?? 0) + times;
        if (due.length > 0 && sent.length >= due[0][0] * DRAFTS) {
          const [, name] = due.shift();
          crashing = crashing.then(() => crash(name));
        }
      });
      return new Promise((resolve, reject) => sender.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a sender ended with ${code}`)))));
    });
    await Promise.all(senders);
    const seconds = (performance.now() - begin) / 1000;
    await crashing;
    assert.equal(crashes, 2);

    const there = place.exported();
    const [wanted, found] = [byNonce(sent), byNonce(there)];
    const lost = [...wanted.keys()].filter((nonce) => !found.has(nonce)).length;
    t.diagnostic(`${there.length} drafts in ${seconds.toFixed(1)} s, ${(waited / 1000).toFixed(1)} s of them in two crashes; `
      + `${(DRAFTS / seconds).toFixed(0)} a second; ${lost} lost, ${there.length - found.size} doubled; answers ${JSON.stringify(answers)}`);
    assert.equal(sent.length, DRAFTS);
    assert.equal(lost, 0);
    assert.equal(there.length, DRAFTS, "drafts are there twice, or some that nobody sent");
    for (const [nonce, it] of wanted) assert.deepEqual(found.get(nonce), it);
  });

  test("hands out a list without the time at which a draft came, in no order of coming", () => {
    const there = place.exported();
    const keys = Object.keys(draft()).sort();
    for (const it of there) assert.deepEqual(Object.keys(it).sort(), keys);
    const nonces = there.map((it) => it.nonce);
    assert.deepEqual(nonces, nonces.toSorted());
  });

  test("takes a draft once, and tells a second time only that it is there", async () => {
    const it = draft(1);
    assert.equal((await put(it, place.outside)).status, 201);
    const again = await put({ ...it, day: "2026-11-30" }, place.outside);
    assert.equal(again.status, 412);
    // Kinto itself lays the draft beside this answer.
    assert.doesNotMatch(again.text, /radwege|zukunftshaushalt/);
    assert.equal(again.headers.get("Access-Control-Allow-Origin"), ORIGIN);
    assert.deepEqual(byNonce(place.exported()).get(it.nonce), it);
  });

  test("lets no stranger read, change or delete, nor make anything else", async () => {
    const it = draft(2);
    assert.equal((await put(it)).status, 201);
    const one = `${RECORDS}/${it.nonce}`;
    const other = draft(3);
    const password = { data: { id: "fremd", password: "x" } };
    const tries = [
      ["GET", one], ["PUT", one, { data: { ...it, day: "2026-11-30" } }], ["PATCH", one, { data: { day: "2026-11-30" } }], ["DELETE", one],
      ["PUT", one, { data: { ...it, day: "2026-11-30" } }, { "If-Match": "*" }],
      ["POST", RECORDS, { data: other }], ["POST", RECORDS, { data: it }],
      ["PUT", COLLECTION, { data: {} }], ["PATCH", COLLECTION, { permissions: { read: ["system.Everyone"] } }], ["DELETE", COLLECTION],
      ["PUT", COLLECTION.replace("entwuerfe", "andere"), { data: {} }], ["PUT", `${COLLECTION.replace("entwuerfe", "andere")}/records/${other.nonce}`, { data: other }],
      ["GET", "/v1/buckets"], ["GET", "/v1/buckets/haushalt"], ["DELETE", "/v1/buckets/haushalt"], ["DELETE", "/v1/buckets"],
      ["PUT", "/v1/buckets/fremd", { data: {} }], ["PUT", `/v1/buckets/default/collections/a/records/${other.nonce}`, { data: other }],
      ["PUT", "/v1/buckets/haushalt/groups/fremde", { data: { members: ["system.Everyone"] } }],
      ["POST", "/v1/accounts", password], ["PUT", "/v1/accounts/fremd", password], ["GET", "/v1/accounts"], ["GET", "/v1/accounts/verwaltung"],
      ["POST", "/v1/__flush__"],
      ["POST", "/v1/batch", { requests: [1, 2].map(() => ({ method: "PUT", path: one, body: { data: draft() } })) }],
    ];
    for (const [method, path, body, headers] of tries) {
      for (const base of [place.inside, place.outside]) {
        const { status, text } = await ask(base + path, method, body, headers);
        // From outside even this is only a try to make what is there.
        const refused = base === place.outside && method === "PUT" && path === one ? [412] : [400, 401, 403, 404, 405];
        assert.ok(refused.includes(status), `${method} ${path}: ${status} ${text}`);
        assert.doesNotMatch(text, /radwege/, `${method} ${path}`);
      }
    }
    // Nothing else is offered: no bucket of one's own, no user interface, no way to empty everything.
    const { capabilities } = JSON.parse((await ask(`${place.inside}/v1/`, "GET")).text);
    assert.deepEqual(Object.keys(capabilities).sort(), ["accounts", "schema"]);
    // Lists say that there is nothing, and nothing is deleted with them.
    for (const method of ["GET", "HEAD", "DELETE"]) {
      for (const query of ["", "?_since=0", `?nonce=${it.nonce}`, "?_sort=-last_modified&_limit=1"]) {
        const { status, text, headers } = await ask(place.inside + RECORDS + query, method);
        assert.equal(status, 200);
        assert.ok(method === "HEAD" || text === '{"data":[]}', text);
        assert.ok([null, "0"].includes(headers.get("Total-Records")), `${method}: ${headers.get("Total-Records")}`);
        assert.equal((await ask(place.outside + RECORDS + query, method)).status, 403);
      }
    }
    // One who knows the administration's name but not its password.
    const wrong = { Authorization: `Basic ${btoa("verwaltung:geraten")}` };
    assert.equal((await ask(place.inside + one, "GET", undefined, wrong)).status, 401);
    // And from outside the password is of no use either.
    const right = { Authorization: place.authorization };
    assert.equal((await ask(place.outside + one, "PUT", { data: { ...it, day: "2026-11-30" } }, right)).status, 412);
    assert.equal((await ask(place.inside + one, "GET", undefined, right)).status, 200);
    assert.deepEqual(byNonce(place.exported()).get(it.nonce), it);
  });

  test("takes nothing but a draft of the known form and size, each under its own nonce", async () => {
    const before = place.exported().length;
    const move = { lever: "radwege", euros_per_year: 1 };
    const wrong = [
      { name: "Erika Mustermann" }, { device: "Pixel" }, { id: "00000000-0000-4000-8000-000000000000" }, { town: "a b" }, { town: undefined }, { format: "anything" },
      { version: 2 }, { day: "29.11.2026" }, { day: "2026-11-29T12:00" }, { model: "x".repeat(81) }, { scenario: [] },
      { scenario: { moves: [{ ...move, name: "x" }] } }, { scenario: { moves: [{ ...move, reason: "Sicher zur Schule" }] } }, { pack_version: "1" },
      { scenario: { moves: [{ ...move, euros_per_year: "1" }] } }, { scenario: { moves: Array(501).fill(move) } }, { scenario: { note: "x" } },
    ];
    for (const more of wrong) {
      const { status, text } = await put(draft(0, more));
      assert.equal(status, 400, `${JSON.stringify(more)}: ${text}`);
    }
    for (const body of ["", "{", "[]", "null", '{"data":null}', '{"data":[]}', '"x"', JSON.stringify(draft())]) {
      assert.equal((await ask(`${place.inside}${RECORDS}/${draft().nonce}`, "PUT", body, { "If-None-Match": "*" })).status, 400, body);
    }
    // Under another nonce, and with permissions of its own, in either place where Kinto reads them.
    const everyone = { read: ["system.Everyone"], write: ["system.Everyone"] };
    const [one, two, three] = [draft(), draft(0, { __permissions__: everyone }), draft()];
    assert.equal((await ask(`${place.inside}${RECORDS}/${draft().nonce}`, "PUT", { data: one }, { "If-None-Match": "*" })).status, 409);
    assert.equal((await put(two)).status, 409);
    assert.equal((await put(three, place.inside, { permissions: everyone })).status, 409);
    assert.equal(place.exported().length, before);
    assert.equal((await put(draft(0, { note: "x".repeat(65_536) }), place.outside)).status, 413);
    assert.equal(place.exported().length, before);
  });

  test("keeps its own clock, so that nobody's far future holds up the others", async () => {
    for (const last_modified of [2 ** 53 - 1, 9_000_000_000_000, -1]) {
      const { status, text } = await put(draft(0, { last_modified }));
      assert.equal(status, 201, text);
      assert.ok(Math.abs(JSON.parse(text).data.last_modified - Date.now()) < 60_000, text);
    }
    assert.equal((await put(draft())).status, 201);
  });

  test("is asked by pages of the town, from another origin as well", async () => {
    const asked = { Origin: ORIGIN, "Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type,if-none-match" };
    const { status, headers } = await ask(`${place.outside}${RECORDS}/${draft().nonce}`, "OPTIONS", undefined, asked);
    assert.equal(status, 204);
    assert.equal(headers.get("Access-Control-Allow-Origin"), ORIGIN);
    assert.equal(headers.get("Access-Control-Allow-Methods"), "PUT");
    assert.equal(headers.get("Access-Control-Allow-Headers"), "Content-Type, If-None-Match");
    for (const answer of [await put(draft(), place.outside), await put(draft(0, { town: "a b" }), place.outside)]) {
      assert.equal(answer.headers.get("Access-Control-Allow-Origin"), ORIGIN);
      assert.equal(answer.headers.get("Access-Control-Expose-Headers"), "Retry-After");
    }
  });

  test("takes a hall at once from one address, and then one a second", async () => {
    const answers = await Promise.all(Array.from({ length: 150 }, () => put(draft(), place.outside)));
    const count = (status) => answers.filter((it) => it.status === status).length;
    // Fewer than a hundred at once where the tests before have used some of it up.
    assert.ok(count(201) >= 50, `${count(201)} taken`);
    assert.ok(count(429) >= 30, `${count(429)} put off`);
    assert.equal(count(201) + count(409) + count(429), 150);
    assert.equal(answers.find((it) => it.status === 429).headers.get("Access-Control-Allow-Origin"), ORIGIN);
  });

  test("ends where the town set the end, and goes on where it moves it", async () => {
    const there = place.exported().length;
    const sql = (text) => place.sql("-d", "sammelstelle", "-t", "-c", text);
    const tried = Number(sql("SELECT last_value FROM drafts_taken"));
    sql(`ALTER SEQUENCE drafts_taken MAXVALUE ${tried + 2}`);
    assert.deepEqual([(await put(draft())).status, (await put(draft())).status, (await put(draft())).status], [201, 201, 503]);
    assert.equal(place.exported().length, there + 2);
    sql("ALTER SEQUENCE drafts_taken MAXVALUE 200000");
    assert.equal((await put(draft())).status, 201);
  });

  test("writes down nothing of who sent and what", () => {
    for (const name of ["kinto.log", "nginx.log", "refused.log"]) {
      const said = readFileSync(`${place.folder}/${name}`, "utf8");
      assert.ok(!/zukunftshaushalt-submission|radwege|PUT \/v1/.test(said), name);
    }
  });

  test("deletes one draft, and all of them, as the README says", async () => {
    const it = draft(4);
    await put(it);
    const [, one] = README.match(/```sh\n(curl[^`]*DELETE[^`]*\/NUMMER[^`]*)```/);
    place.quietly("sh", ["-c", one.replaceAll("http://127.0.0.1:8888", place.inside).replace("--user verwaltung", `--user 'verwaltung:${place.password}'`).replace("NUMMER", it.nonce)]);
    assert.ok(!byNonce(place.exported()).has(it.nonce));
    place.told("purge-deleted");
    assert.equal(place.exported().length, 0);
    assert.equal(Number(place.sql("-d", "sammelstelle", "-t", "-c", "SELECT count(*) FROM objects WHERE resource_name = 'record'")), 0);
  });
});
