// Wakes the islands of a page, if it has any, once everything that matters is there. A page without islands fetches no
// wasm. Whatever fails stays silent: the page works without. The build puts digests into the two addresses.
const GLUE = "/assets/app.js";
const WASM = "/assets/app.wasm";
// The root of a page after an exercise, and the form that erases it.
const FORGETS = "data-oubli";

// A page kept by the browser and shown again may be somebody else's by now: it is asked for anew.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

const islands = document.querySelectorAll("leptos-island");
const forgets = document.documentElement.hasAttribute(FORGETS);
const others = "BroadcastChannel" in window ? new BroadcastChannel("miroir") : null;
if (forgets) {
  forget();
  // The other tabs of this browser hold the same exercise: each asks for its page, which is no more.
  others?.postMessage("");
} else if (others && islands.length > 0) {
  others.onmessage = () => location.reload();
}
addEventListener("submit", (event) => {
  if (event.target.hasAttribute(FORGETS)) forget();
});
if (islands.length > 0) {
  afterLoad(() => whenIdle(() => wake().catch(() => {})));
}

// With or without the server: what the islands kept in this tab goes.
function forget() {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("miroir:")) sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

async function wake() {
  const app = await import(GLUE);
  await app.default({ module_or_path: WASM });
  app.hydrate();
  // In the document's order, so that an island is awake before the ones inside it.
  for (const island of islands) {
    try {
      // Children handed to an island wake up in that island's scope.
      island.closest("leptos-children")?.$$on_hydrate?.();
      app[island.dataset.component]?.(island);
    } catch {
      // The panic hook has said why; the other islands go on.
    }
  }
}

function afterLoad(act) {
  if (document.readyState === "complete") act();
  else addEventListener("load", act, { once: true });
}

function whenIdle(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 200);
}
