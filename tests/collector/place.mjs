/**
 * The collector as `xtask/package/collector/` says: a PostgreSQL of its own, Kinto behind gunicorn, nginx in front, all of
 * it in a folder of its own and on free ports, with nobody else's data near it.
 *
 *   const place = await open({ origin });    everything started and set up
 *   place.inside                             Kinto's own address, as only the town's administration reaches it
 *   place.outside                            the address that a page sends to, through nginx as the sample says
 *   place.unlimited                          the same without the limit of requests, for a load from one address
 *   await place.kill("kinto"), "postgres"    as a power cut would, by SIGKILL to the whole group
 *   await place.start("kinto"), "postgres"   again
 *   place.told("word")                       runs the commands of the README in whose block this word stands
 *   place.exported()                         the drafts as the administration fetches them by the README
 *   await place.close()
 *
 * PROGRAMS is the folder with Kinto and gunicorn, POSTGRES that of PostgreSQL's programs, NGINX the program.
 * Options: `origin` is where the page lies that may ask; `secure` has nginx speak https as in the sample, with a certificate of its own;
 * `ini`, `guards`, `schema`, `setup` and `nginx`, each a list of changes [from, to] to that file, which must be possible: so a test
 * shows what happens where a guard is missing.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { fileURLToPath } from "node:url";

const SAMPLES = fileURLToPath(new URL("../../xtask/package/collector/", import.meta.url));
const POSTGRES = process.env.POSTGRES ?? "/usr/lib/postgresql/15/bin";
const NGINX = process.env.NGINX ?? "/usr/sbin/nginx";
const PASSWORD = "only for this test";
export const RECORDS = "/v1/buckets/haushalt/collections/entwuerfe/records";
/** What the collector's README says. */
export const README = readFileSync(`${SAMPLES}README.md`, "utf8");
/** Whose pages may ask across origins, as the sample has it. */
export const ORIGIN = "https://haushalt.stadt.example";

export async function open(options = {}) {
  const folder = mkdtempSync(`${tmpdir()}/collector-`);
  // PostgreSQL refuses to run as root, so everything of it belongs to a user of Debian's own.
  const other = process.getuid() === 0 ? { uid: id("-u"), gid: id("-g") } : {};
  const user = other.uid ? "postgres" : userInfo().username;
  chmodSync(folder, 0o755);
  for (const own of ["data", "socket"]) {
    mkdirSync(`${folder}/${own}`);
    if (other.uid) chownSync(`${folder}/${own}`, other.uid, other.gid);
  }

  for (const [name, changes] of Object.entries({ "kinto.ini": options.ini, "guards.sql": options.guards, "schema.json": options.schema, "setup.sh": options.setup })) {
    writeFileSync(`${folder}/${name}`, changed(name, changes));
  }
  const ports = { kinto: await freePort(), outside: await freePort(), unlimited: await freePort() };
  const database = `postgresql:///sammelstelle?host=${folder}/socket&user=${user}`;
  const environment = { ...process.env, HOME: folder, KINTO_INI: "kinto.ini", KINTO_STORAGE_URL: database, KINTO_PERMISSION_URL: database, PASSWORD };
  const inside = `http://127.0.0.1:${ports.kinto}`;
  const program = (name) => `${process.env.PROGRAMS}/${name}`;
  const quietly = (name, words, more) => execFileSync(name, words, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", maxBuffer: 1 << 30, ...more });

  const running = {};
  const commands = {
    postgres: [`${POSTGRES}/postgres`, ["-D", `${folder}/data`, "-c", "listen_addresses=", "-c", `unix_socket_directories=${folder}/socket`], other],
    kinto: [program("gunicorn"), ["--paste", "kinto.ini", "--workers", "2", "--bind", `127.0.0.1:${ports.kinto}`, "--no-control-socket"], {}],
    nginx: [NGINX, ["-e", "stderr", "-c", `${folder}/nginx.conf`], {}],
  };
  const start = async (name) => {
    const [path, words, more] = commands[name];
    const log = `${folder}/${name}.log`;
    const output = openSync(log, "a");
    const child = spawn(path, words.map(String), { cwd: more.uid ? "/" : folder, env: environment, detached: true, stdio: ["ignore", output, output], ...more });
    closeSync(output);
    running[name] = child;
    child.on("error", (error) => writeFileSync(log, error.message));
    const asked = { postgres: [`${folder}/socket/.s.PGSQL.5432`], kinto: [ports.kinto], nginx: [ports.outside, ports.unlimited] }[name];
    for (const port of asked) await answers(port, () => (child.exitCode === null ? null : `${name} ended: ${readFileSync(log, "utf8")}`));
    if (name === "postgres") await untilReady(() => quietly(`${POSTGRES}/pg_isready`, ["-q", "-h", `${folder}/socket`]));
    if (name === "kinto") await untilReady(async () => assert.ok((await fetch(`${inside}/v1/`)).ok));
  };
  const kill = async (name) => {
    const child = running[name];
    delete running[name];
    // PostgreSQL's helpers each lead a group of their own.
    const helpers = spawnSync("pgrep", ["-P", child.pid], { encoding: "utf8" }).stdout.split("\n").filter(Boolean).map(Number);
    for (const pid of [-child.pid, ...helpers]) try { process.kill(pid, "SIGKILL"); } catch { /* It has gone by itself. */ }
    await untilReady(() => assert.deepEqual([child.pid, ...helpers].filter(runs), []));
  };
  // Whatever ends the test, nothing of it stays behind.
  process.once("exit", () => Object.values(running).forEach((it) => spawnSync("kill", ["-9", `-${it.pid}`, ...spawnSync("pgrep", ["-P", it.pid], { encoding: "utf8" }).stdout.split("\n").filter(Boolean)])));
  const close = async () => {
    for (const name of Object.keys(running)) await kill(name);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    quietly(`${POSTGRES}/initdb`, ["-D", `${folder}/data`, "-U", user, "-A", "trust", "-E", "UTF8", "--no-sync"], { ...other, cwd: "/" });
    await start("postgres");
    const sql = (...words) => quietly(`${POSTGRES}/psql`, ["-q", "-v", "ON_ERROR_STOP=1", "-h", `${folder}/socket`, "-U", user, ...words]);
    sql("-d", "postgres", "-c", "CREATE DATABASE sammelstelle");
    quietly(program("kinto"), ["migrate", "--ini", "kinto.ini"]);
    sql("-d", "sammelstelle", "-f", "guards.sql");
    quietly(program("kinto"), ["create-user", "--ini", "kinto.ini", "-u", "verwaltung", "-p", PASSWORD]);
    await start("kinto");
    quietly("sh", ["setup.sh", `${inside}/v1`]);

    const listens = (port) => `listen 127.0.0.1:${port}${options.secure ? " ssl" : ""};`;
    const site = (text, port, zone) => text.replaceAll("zone=sammelstelle", `zone=${zone}`).replace("listen 443 ssl;", listens(port));
    const paths = { "/etc/ssl/sammelstelle.pem": `${folder}/own.pem`, "/etc/ssl/private/sammelstelle.key": `${folder}/own.key` };
    if (options.secure) {
      const words = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
      quietly("openssl", ["req", ...words, "-keyout", "own.key", "-out", "own.pem"]);
    }
    const certificate = Object.entries(paths).map(([from, to]) => {
      const line = `    ssl_certificate${from.endsWith("key") ? "_key" : ""} ${from};\n`;
      return [line, options.secure ? line.replace(from, to) : ""];
    });
    let text = changed("nginx.conf", [
      ...(options.nginx ?? []),
      ["    listen [::]:443 ssl;\n", ""],
      ...certificate,
      ["error_log /var/log/nginx/sammelstelle.log crit;", `error_log ${folder}/refused.log crit;`],
      ["http://127.0.0.1:8888", inside],
    ]);
    if (options.origin) text = text.replaceAll(ORIGIN, options.origin);
    const unlimited = text.replace("rate=1r/s", "rate=100000r/s").replace("burst=100", "burst=100000");
    mkdirSync(`${folder}/nginx`);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/nginx/${it};`);
    writeFileSync(`${folder}/nginx.conf`, `
      daemon off; worker_processes 1; pid ${folder}/nginx/pid; error_log stderr;
      events {}
      http { ${temporary.join(" ")} ${site(text, ports.outside, "limited")} ${site(unlimited, ports.unlimited, "unlimited")} }
    `);
    await start("nginx");
    const told = (word) => {
      const [, block] = README.match(new RegExp("```sh\\n([^`]*" + word + "[^`]*)```"));
      const here = block.replaceAll("http://127.0.0.1:8888", inside).replaceAll("--user verwaltung", `--user 'verwaltung:${PASSWORD}'`).replaceAll("venv/bin/", program(""));
      return quietly("sh", ["-e", "-c", here]);
    };
    const exported = () => {
      told("entwuerfe.txt");
      return readFileSync(`${folder}/entwuerfe.txt`, "utf8").split("\n").filter(Boolean).map((it) => JSON.parse(it));
    };
    const scheme = options.secure ? "https" : "http";
    const authorization = `Basic ${Buffer.from(`verwaltung:${PASSWORD}`).toString("base64")}`;
    return {
      inside, outside: `${scheme}://127.0.0.1:${ports.outside}`, unlimited: `${scheme}://127.0.0.1:${ports.unlimited}`, folder,
      start, kill, close, sql, authorization, password: PASSWORD, quietly, told, exported,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether a process still runs; one that has ended may stay in the list until somebody asks how. */
function runs(pid) {
  try {
    return !readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].startsWith("Z");
  } catch {
    return false;
  }
}

const id = (word) => Number(execFileSync("id", [word, "postgres"], { encoding: "utf8" }));

/** A sample with changes, each of which must be possible. */
function changed(name, changes = []) {
  let text = readFileSync(SAMPLES + name, "utf8");
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `${name}: ${from}`);
    text = text.replaceAll(from, () => to);
  }
  return text;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until a port answers; `ended` says why it never will. */
function answers(port, ended) {
  return untilReady(() => {
    const why = ended();
    if (why) throw Object.assign(new Error(why), { isFinal: true });
    return new Promise((resolve, reject) => {
      const socket = connect(typeof port === "string" ? { path: port } : { port, host: "127.0.0.1" }, () => resolve(socket.destroy()));
      socket.on("error", reject);
    });
  });
}

async function untilReady(check) {
  for (const begin = Date.now(); ; ) {
    try {
      return await check();
    } catch (error) {
      if (error.isFinal || Date.now() - begin > 30_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
