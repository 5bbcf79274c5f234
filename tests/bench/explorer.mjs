// What a reader waits for on a slow line and a slow tablet: the first figures, and the next paint after each control.
//   node tests/bench/explorer.mjs --site DIST --work FOLDER [--runs 7]
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

import { openBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";

const SLOW = { latency: 150, bytesPerSecond: 200_000 };
const SLOWER_PROCESSOR = 4;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";

const FIRST = `new Promise((told) => {
  const look = () => {
    const [ready] = performance.getEntriesByName("monitor:klaar");
    const number = document.querySelector(".tile .number");
    if (ready && number) told(ready.startTime);
    else setTimeout(look, 20);
  };
  look();
})`;

/** Everything from the key to the paint after it, as the browser times it (Event Timing), and what moved by itself. */
const WATCH = `{
  window.__events = [];
  window.__moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (entry.interactionId) window.__events.push(entry.duration);
  })).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) window.__moved += entry.value;
  })).observe({ type: "layout-shift", buffered: true });
}`;

/** Page, what is on it when it is ready, and the controls with the key that works them. */
const PAGES = [
  ["", ".tile .number", [["#kies-gebied", "ArrowUp"], ["#kies-jaar", "ArrowDown"], ["#kies-gebied", "ArrowUp"]]],
  ["?weergave=verkennen&indicator=uitval&gebied=delft", ".main-svg", [
    ["#gebied", "ArrowDown"], ["#jaar", "ArrowDown"], ["#indicator", "ArrowDown"], ["#verdeling-leeftijd", " "],
    ["#filter-zorgvorm", "ArrowDown"], ["#onzekerheid", " "]]],
  ["?weergave=vergelijken&indicator=gebruik", ".main-svg", [["#jaar", "ArrowUp"], ["#indicator", "ArrowDown"]]],
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function inBrowser(use) {
  const browser = await openBrowser();
  try {
    return await use(await browser.page(SLOWER_PROCESSOR));
  } finally {
    await browser.close();
  }
}

/** One look at one page: from the key to the paint, per control. */
async function interactions(origin, [query, ready, controls]) {
  return inBrowser(async (shown) => {
    await shown.open(origin + query);
    await shown.evaluate(`new Promise((told) => { const look = () => document.querySelector(${JSON.stringify(ready)}) ? told() : setTimeout(look, 50); look(); })`);
    await wait(3000);
    await shown.evaluate(WATCH);
    const found = [];
    for (const [control, key] of controls) {
      const there = await shown.evaluate(`(() => { window.__events.length = 0; const control = document.querySelector(${JSON.stringify(control)}); control?.focus(); return !!control && document.activeElement === control; })()`);
      if (!there) throw new Error(`${query}: ${control} cannot be reached`);
      const state = `(() => { const control = document.querySelector(${JSON.stringify(control)}); return location.search + (control ? control.value + control.checked : "gone"); })()`;
      const before = await shown.evaluate(state);
      await shown.press(key);
      await wait(1500);
      if ((await shown.evaluate(state)) === before) throw new Error(`${query}: ${key} changes nothing in ${control}`);
      found.push([`${query || "overzicht"} ${control}`, await shown.evaluate("Math.max(0, ...window.__events)")]);
    }
    return { found, moved: await shown.evaluate("window.__moved") };
  });
}

const { values } = parseArgs({ options: { site: { type: "string", default: "dist" }, work: { type: "string" }, runs: { type: "string", default: "7" } } });
const server = await serve({ roots: [values.site], kept: join(values.work, "compressed"), policy: POLICY });
try {
  const origin = `${server.origin}/index.html`;
  const first = [];
  for (let run = 0; run < Number(values.runs); run++) {
    server.reset(SLOW);
    first.push(await inBrowser(async (shown) => {
      await shown.open(origin);
      return shown.evaluate(FIRST);
    }));
  }
  console.log(`first figures, 1.6 Mbit/s, 150 ms, processor / ${SLOWER_PROCESSOR}: median ${(median(first) / 1000).toFixed(2)} s of ${first.length} runs (target 3.50)`);
  server.reset();
  const times = new Map();
  let moved = 0;
  for (let run = 0; run < Number(values.runs); run++) {
    for (const page of PAGES) {
      const seen = await interactions(origin, page);
      moved = Math.max(moved, seen.moved);
      for (const [what, time] of seen.found) times.set(what, [...(times.get(what) ?? []), time]);
    }
  }
  for (const [what, all] of times) console.log(`${String(Math.round(median(all))).padStart(5)} ms (most ${Math.round(Math.max(...all))})  ${what}`);
  const all = [...times.values()].flat().toSorted((a, b) => a - b);
  console.log(`from key to paint, 98th percentile: ${Math.round(all[Math.min(all.length - 1, Math.ceil(all.length * 0.98) - 1)])} ms (target 200); layout shift at most ${moved.toFixed(3)} (target 0.02)`);
} finally {
  await server.close();
}
