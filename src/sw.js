// Keeps the files of this build, so that the page works without a network after one visit. The build puts in their names and
// checksums. It keeps nothing that somebody did on the page.

const FILES = "offline-files";
const BUILD = "offline-build";
// Another copy below another path of the same host keeps its own.
const MINE = `zukunftshaushalt ${registration.scope} `;
const PAGE = "./";

/** One after the other and last in the queue: somebody may be at work on a slow line. */
async function fill() {
  const cache = await caches.open(MINE + BUILD);
  for (const [name, integrity] of FILES) {
    if (await cache.match(name)) continue;
    const request = new Request(name, { integrity, priority: "low", cache: name === PAGE ? "reload" : "default" });
    const response = await fetch(request);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await cache.put(name, response);
  }
}

addEventListener("install", (event) => event.waitUntil(fill()));

addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== MINE + BUILD);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(clear());
});

// Somebody has asked for the newer page.
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());

/** A line so slow is as good as none, milliseconds. */
const PATIENCE = 5000;

/** The page of today comes from the server; only without it that of this build. */
async function page(request) {
  const kept = await (await caches.open(MINE + BUILD)).match(PAGE);
  if (!kept) return fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}

/** A file that is named after its content is the same wherever it comes from. */
async function file(request) {
  const kept = await (await caches.open(MINE + BUILD)).match(request.url);
  return kept ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const name = address.pathname.slice(new URL(registration.scope).pathname.length);
  if (request.mode === "navigate") {
    if (name === "" || name === "index.html") event.respondWith(page(request));
  } else if (FILES.some(([known]) => known === name)) {
    event.respondWith(file(request));
  }
});
