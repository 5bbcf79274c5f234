// Starts the explorer, or says why it cannot. Its own script tag names both files of the app.
const find = (selector) => document.querySelector(selector);
// The link is the only store of the language, and changes while the page is open.
const say = (nl, en) => (/[?&]taal=en\b/.test(location.search) ? en : nl);
const again = () => say(" Laad de pagina opnieuw.", " Reload the page.");

// The colours that the link or else the system asks for; the app takes this over.
document.documentElement.dataset.thema = /[?&]thema=(licht|donker|contrast)(?=&|$)/.exec(location.search)?.[1]
  ?? (matchMedia("(prefers-contrast: more)").matches ? "contrast" : "");

// Gone, and not only hidden: the first link of the page is the one that skips to the content.
const loaded = () => find("#laden")?.remove();

function fail(why, error) {
  if (error) console.error(error);
  const link = document.createElement("a");
  link.href = "data/datapackage.json";
  link.textContent = say("Bekijk de gegevens zelf.", "See the data itself.");
  const box = find("#melding");
  box.lang = say("nl", "en");
  box.replaceChildren(why, " ", link);
  box.hidden = false;
  loaded();
}

const stuck = (error) => fail(say("De monitor is vastgelopen.", "The monitor has stopped.") + again(), error);

// Counts what arrives. The length of a compressed answer is not that of its content.
function counted({ headers, body }, flush) {
  const length = !headers.get("content-encoding") && headers.get("content-length");
  let read = 0;
  const transform = (chunk, out) => {
    read += chunk.length;
    const bar = find("#laden-voortgang");
    if (bar && length) bar.value = read / length;
    out.enqueue(chunk);
  };
  const words = find("#laden p");
  if (words) words.textContent = say("De monitor wordt geladen.", "Loading the monitor.");
  return new Response(body.pipeThrough(new TransformStream({ transform, flush })),
    { headers: { "content-type": "application/wasm" } });
}

// Fetches an app and makes it ready.
async function load(js, wasm, flush) {
  const [app, answer] = await Promise.all([import(new URL(js, document.baseURI)), fetch(wasm)]);
  if (!answer.ok) throw Object.assign(new Error(`${wasm}: ${answer.status}`), { status: answer.status });
  await app.default({ module_or_path: flush ? counted(answer, flush) : answer });
  return app;
}

// The app with all pages: fetched when the figures of the overview are there, or when a link leads to another page.
let pages;
const all = (flush) => (pages ??= load("pages.js", "pages_bg.wasm", flush).catch((error) => {
  pages = undefined;
  throw error;
}));

const absent = (error) => (error.status
  ? fail(say("De monitor is niet compleet. Meld de beheerder code ", "The monitor is incomplete. Tell the owner code ") + error.status + ".")
  : fail((navigator.onLine ? say("De monitor kwam niet aan.", "The monitor did not arrive.")
    : say("U hebt geen internet.", "You are offline.")) + again(), error));

async function start({ js, wasm }) {
  if (!self.WebAssembly) return fail(say("WebAssembly ontbreekt of staat uit. Gebruik een recente browser.",
    "WebAssembly is missing or off. Use a recent browser."));
  let whole;
  const flush = () => (whole = true);
  try {
    if (/[?&](weergave|zoek)=/.test(location.search)) (await all(flush)).begin(false);
    else await overview(js, wasm, flush);
    loaded();
  } catch (error) {
    if (whole) stuck(error);
    else absent(error);
  }
}

async function overview(js, wasm, flush) {
  let first;
  addEventListener("monitor:klaar", () => {
    performance.mark("monitor:klaar");
    // A quiet moment: the reader has her figures.
    (self.requestIdleCallback ?? setTimeout)(() => all().then((app) => app.prepare()).catch(() => {}));
  }, { once: true });
  addEventListener("monitor:verder", () => {
    all().then((app) => {
      if (!first) return;
      find("#melding").hidden = true;
      first.leave();
      first = undefined;
      app.begin(true);
    }).catch(absent);
  });
  // Back on a page that is there: what was said of the other no longer holds.
  addEventListener("popstate", () => {
    if (first) find("#melding").hidden = true;
  });
  first = await load(js, wasm, flush);
}

for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason }) => (error ?? reason)?.name === "RuntimeError" && stuck());
}
start(find("script[data-wasm]").dataset);
