/**
 * The archive for a town's own server, unpacked and handed out by the three servers of Debian as its configurations say, at
 * the root of a host and under a path: every answer is the one of our own server.
 *
 * Each server runs as a plain process with a folder of its own, beside settings of a host that do harm where a
 * configuration leaves something open: compression of everything, and files `.br` in Breton.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { after, before, describe, test } from "node:test";
import { ROOT, STARTED, eventually, launchBrowser, startServer } from "./harness.mjs";

const TOWN = "https://www.stadt.example";
const PATH = "/haushalt/";
const XTASK = process.env.XTASK ?? `${ROOT}target/debug/xtask`;
const NGINX_BROTLI = process.env.NGINX_BROTLI ?? "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE_MODULES = "/usr/lib/apache2/modules";

/** What every answer must say as our own server says it. */
const SAID = ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy"];
/** And what every file must. */
const SAID_OF_FILES = [...SAID, "content-type", "content-encoding", "content-language", "cache-control"];
const ACCEPTED = ["", "br", "gzip", "gzip, deflate, br, zstd", "gzip;q=1.0, br;q=0"];

const folder = mkdtempSync(`${tmpdir()}/servers-`);
const site = `${folder}/zukunftshaushalt`;
const running = [];
let own;

before(async () => {
  // As a server's own user must be able to read it.
  chmodSync(folder, 0o755);
  execFileSync(XTASK, ["package", "--frame-ancestors", TOWN, "--out", `${folder}/archive.zip`]);
  execFileSync("python3", ["-m", "zipfile", "-e", `${folder}/archive.zip`, folder]);
  own = await startServer({ frameAncestors: TOWN });
});
after(() => {
  running.forEach((server) => server.kill());
  own?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An answer as it came, not unpacked. */
function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, async (response) => {
      const parts = await response.toArray();
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    request.on("error", reject);
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The configuration of a server with changes that must each be possible exactly once; written, its path returned. */
function configured(name, file, changes) {
  let text = readFileSync(`${site}/conf/${name}`, "utf8").replaceAll("/srv/zukunftshaushalt", site);
  for (const [from, to] of changes) {
    assert.equal(text.split(from).length, 2, `${name}: ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(`${folder}/${file}`, text);
  return `${folder}/${file}`;
}

/** Starts a program and waits until its ports answer; what it said if it ends before. */
async function start(program, words, ports) {
  // A file, because Apache cannot open a pipe of Node's as its log.
  const log = `${folder}/said-${running.length}`;
  const output = openSync(log, "w");
  const server = spawn(program, words, { cwd: folder, stdio: ["ignore", output, output], env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder } });
  closeSync(output);
  running.push(server);
  server.on("error", (error) => writeFileSync(log, error.message));
  await eventually(async () => {
    const said = readFileSync(log, "utf8");
    assert.equal(server.exitCode, null, said);
    for (const port of ports) {
      await new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => resolve(socket.destroy()));
        socket.on("error", () => reject(new Error(`${program} does not answer: ${said}`)));
      });
    }
  });
}

async function nginx({ brotli }) {
  const [root, below] = [await freePort(), await freePort()];
  const name = brotli ? "nginx-brotli" : "nginx";
  const switched = brotli ? [["# brotli_static on;", "brotli_static on;"]] : [];
  const redirect = "#     location = /haushalt {";
  const conf = {
    [root]: configured("nginx.conf", `${name}-root.conf`, switched),
    [below]: configured("nginx.conf", `${name}-below.conf`, [
      ...switched, ["\nlocation ^~ / {", `\nlocation ^~ ${PATH} {`], [redirect, redirect.slice(1)],
    ]),
  };
  // Rules of the host for files of these kinds, as they are found on many.
  const host = (port) => `server {
    listen 127.0.0.1:${port};
    location ~ \\.(html|js|json|css)$ { expires 1d; }
    include ${conf[port]};
  }`;
  mkdirSync(`${folder}/${name}`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${name}/${it};`);
  writeFileSync(`${folder}/${name}.conf`, `
    ${brotli ? `load_module ${NGINX_BROTLI};` : ""}
    daemon off; worker_processes 1; pid ${folder}/${name}/pid; error_log stderr;
    events {}
    http { access_log off; gzip on; gzip_types *; gzip_min_length 1; ${temporary.join(" ")} ${host(root)} ${host(below)} }
  `);
  await start(process.env.NGINX ?? "/usr/sbin/nginx", ["-e", "stderr", "-c", `${folder}/${name}.conf`], [root, below]);
  return [root, below];
}

async function apache() {
  const [root, below] = [await freePort(), await freePort()];
  const alias = ['\nAlias "/" "${ZUKUNFTSHAUSHALT}/"', "\n"];
  const conf = {
    [root]: configured("apache.conf", "apache-root.conf", []),
    [below]: configured("apache.conf", "apache-below.conf", [alias, ["# Alias \"/haushalt\"", "Alias \"/haushalt\""]]),
  };
  const modules = ["mpm_event", "authz_core", "alias", "dir", "headers", "mime", "rewrite", "deflate", "filter", "autoindex"];
  mkdirSync(`${folder}/apache`);
  writeFileSync(`${folder}/apache.conf`, `
    ${modules.map((it) => `LoadModule ${it}_module ${APACHE_MODULES}/mod_${it}.so`).join("\n")}
    ServerRoot ${folder}
    ServerName 127.0.0.1
    PidFile ${folder}/apache/pid
    DefaultRuntimeDir ${folder}/apache
    ErrorLog /dev/stderr
    DocumentRoot ${folder}/apache
    ${process.getuid() === 0 ? "User #65534\nGroup #65534" : ""}
    TypesConfig /dev/null
    AddLanguage br .br
    AddType application/x-gzip .gz
    SetOutputFilter DEFLATE
    Options Indexes
    ${[root, below].map((port) => `Listen 127.0.0.1:${port}
    <VirtualHost 127.0.0.1:${port}>
      Include ${conf[port]}
    </VirtualHost>`).join("\n")}
  `);
  await start(process.env.APACHE ?? "/usr/sbin/apache2", ["-D", "FOREGROUND", "-f", `${folder}/apache.conf`], [root, below]);
  return [root, below];
}

async function caddy() {
  const [root, below] = [await freePort(), await freePort()];
  // The block under a path takes its marks off, and the place of the one before it.
  const [, block] = readFileSync(`${site}/conf/Caddyfile`, "utf8").match(/\n#\n(# www[^]*?\n# \})\n$/);
  const conf = [
    configured("Caddyfile", "caddy-root", [["\nhaushalt.stadt.example {", `\nhttp://127.0.0.1:${root} {`]]),
    configured("Caddyfile", "caddy-below", [
      ["\nhaushalt.stadt.example {\n\timport zukunftshaushalt\n}", ""],
      [block, block.replace(/^# ?/gm, "").replace("www.stadt.example {", `http://127.0.0.1:${below} {\n\tencode gzip`)],
    ]),
  ];
  // A name may be given to two things only in two files.
  await Promise.all(conf.map((file, at) => {
    writeFileSync(`${file}.conf`, `{\n\tadmin off\n\tauto_https off\n}\nimport ${file}\n`);
    return start(process.env.CADDY ?? "/usr/bin/caddy", ["run", "--adapter", "caddyfile", "--config", `${file}.conf`], [[root, below][at]]);
  }));
  return [root, below];
}

/** One file of every kind, and the page by its folder. */
function kinds() {
  const names = readdirSync(`${ROOT}dist`).filter((name) => !/\.(br|gz)$/.test(name));
  const first = new Map(names.map((name) => [name.split(".").pop(), name]));
  return ["", ...first.values()];
}

const SERVERS = [
  ["nginx", () => nginx({ brotli: false }), false],
  ["nginx with its brotli", () => nginx({ brotli: true }), true],
  ["Apache", apache, true],
  ["Caddy", caddy, true],
];
const addresses = [];

for (const [name, begin, brotli] of SERVERS) {
  describe(name, () => {
    let places;
    before(async () => {
      const [root, below] = await begin();
      places = [`http://127.0.0.1:${root}/`, `http://127.0.0.1:${below}${PATH}`];
      addresses.push(...places);
    });

    test("sends every kind of file as our own server does", async () => {
      for (const place of places) {
        for (const file of kinds()) {
          const has = (ending) => readdirSync(`${ROOT}dist`).includes(`${file || "index.html"}.${ending}`);
          // What has no copy and is no font, a host may compress on the way.
          for (const accepted of has("gz") || file.endsWith(".woff2") ? ACCEPTED : [""]) {
            const about = `${place}${file} (${accepted})`;
            const { status, headers, body } = await get(place + file, { "accept-encoding": accepted });
            // A server without brotli answers like ours to somebody who does not take it.
            const known = brotli ? accepted : accepted.replace(/(, )?\bbr\b(?!;)/, "");
            const wanted = await get(own.url + file, { "accept-encoding": known });
            assert.equal(status, 200, about);
            for (const header of SAID_OF_FILES) assert.equal(headers[header], wanted.headers[header], `${header} of ${about}`);
            // Bytes of the file as it lies there, or of its copy: compressed once at most.
            assert.ok(body.equals(wanted.body), `content of ${about}`);
            if (has("gz")) assert.match(headers.vary ?? "", /^accept-encoding$/i, `vary of ${about}`);
          }
        }
      }
    });

    test("sends what is there only, and lists no folder", async () => {
      mkdirSync(`${site}/dist/folder`, { recursive: true });
      writeFileSync(`${site}/dist/folder/unlisted.txt`, "");
      for (const place of places) {
        for (const file of ["nothing", "nothing.html", "app-000000000000.js", "folder/"]) {
          const [answer, wanted] = [await get(place + file), await get(own.url + (file === "folder/" ? "nothing" : file))];
          assert.ok(answer.status === 404 || (file === "folder/" && answer.status === 403), `${place}${file}: ${answer.status}`);
          assert.doesNotMatch(answer.body.toString(), /unlisted/);
          for (const header of SAID) assert.equal(answer.headers[header], wanted.headers[header], `${header} of ${place}${file}`);
          assert.doesNotMatch(answer.headers["cache-control"] ?? "", /immutable|max-age/, place + file);
        }
      }
    });

    test("says that a page has not changed, and leads from the path to its folder", async () => {
      for (const place of places) {
        for (const accepted of ["", "gzip"]) {
          const { headers } = await get(place, { "accept-encoding": accepted });
          const since = { "if-none-match": headers.etag, "if-modified-since": headers["last-modified"] };
          const known = Object.fromEntries(Object.entries(since).filter(([, value]) => value));
          assert.equal((await get(place, { "accept-encoding": accepted, ...known })).status, 304, place);
        }
      }
      const { status, headers } = await get(places[1].slice(0, -1));
      assert.ok(status >= 301 && status <= 308, `${status}`);
      assert.equal(new URL(headers.location, places[1]).href, places[1]);
    });
  });
}

describe("the archive", () => {
  test("has checksums that hold", () => {
    execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: site });
  });

  test("is shown in a frame of the town's page, and in no other", async () => {
    const browser = await launchBrowser();
    const frames = addresses.map((it) => `<iframe src="${it}"></iframe>`).join("");
    const foreign = http.createServer((_, response) => response.setHeader("content-type", "text/html").end(frames));
    await new Promise((resolve) => foreign.listen(0, "127.0.0.1", resolve));
    try {
      // To Chromium, a page of the world wide web asks here for one of the network at home.
      const context = await browser.newContext();
      await context.grantPermissions(["local-network-access"], { origin: TOWN });
      const page = await context.newPage();
      await page.route(`${TOWN}/*`, (route) => route.fulfill({ contentType: "text/html", body: frames }));
      const refused = [];
      page.on("requestfailed", (request) => refused.push(`${request.url()} ${request.failure().errorText}`));
      const shown = async (url) => {
        await page.goto(url);
        return page.frames().slice(1).map((frame) => frame.url());
      };
      assert.equal(addresses.length, 2 * SERVERS.length);
      assert.deepEqual(await shown(`${TOWN}/`), addresses);
      // It runs there, and from the start to its late parts finds all files, whatever the path.
      for (const frame of page.frames().filter((it) => it.url().endsWith(PATH))) await frame.waitForSelector(STARTED, { state: "attached" });
      // What the pages still ask for when their frames go is none of this.
      refused.length = 0;
      assert.deepEqual(await shown(`http://127.0.0.1:${foreign.address().port}/`), addresses.map(() => "chrome-error://chromewebdata/"));
      for (const it of addresses) assert.ok(refused.includes(`${it} net::ERR_BLOCKED_BY_RESPONSE`), `${it}: ${refused}`);
    } finally {
      foreign.close();
      await browser.close();
    }
  });
});
