// Starts the page. It is a file of its own because the content security policy allows no script inside the page,
// and it is JavaScript because it must be able to say what is wrong when WebAssembly does not run.

const failure = document.getElementById("failure");
let started = false;

function fail(reason) {
  console.error(reason);
  failure.hidden = false;
}

/** After the start only the end of the WebAssembly module is fatal; a stray script error is not. */
function isFatal(reason) {
  return !started || (typeof WebAssembly === "object" && reason instanceof WebAssembly.RuntimeError);
}

addEventListener("error", ({ error }) => isFatal(error) && fail(error));
addEventListener("unhandledrejection", ({ reason }) => isFatal(reason) && fail(reason));
document.getElementById("reload").addEventListener("click", () => location.reload());

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  // The page names both files with their checksums; see the build in xtask/src/assets.rs.
  const glue = document.querySelector("link[rel=modulepreload]");
  const module = document.querySelector("link[rel=preload][as=fetch]");
  // One of them is loaded, the others wait until somebody chooses them.
  const towns = [...document.querySelectorAll("meta[name=town]")];
  const wanted = new URLSearchParams(location.search).get("town");
  const town = towns.find(({ content }) => content === wanted) ?? towns[0];
  const [{ default: init, open }, response, pack] = await Promise.all([
    import(glue.href),
    load(module.href, module.dataset),
    load(town.dataset.file, town.dataset).then((pack) => pack.text()),
  ]);
  await init({ module_or_path: response });
  open(pack);
  // The app has filled its place in the same task, so the change is never seen half done.
  document.querySelector("[data-placeholder]")?.remove();
  started = true;
}

async function load(address, { integrity }) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

start().catch(fail);
