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
  const [{ default: init }, response] = await Promise.all([
    import(glue.href),
    fetch(module.href, { integrity: module.dataset.integrity }),
  ]);
  if (!response.ok) throw new Error(`${module.href}: ${response.status}`);
  await init({ module_or_path: response });
  // The app has filled its place in the same task, so the change is never seen half done.
  document.querySelector("[data-placeholder]")?.remove();
  started = true;
}

start().catch(fail);
