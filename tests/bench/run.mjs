// Measures the page of the engine against its peers, after all of them have given the same answers.
//   node tests/bench/run.mjs --site DIST --work FOLDER [--runs 7] [--slow-runs 3] [--sizes 100000,1000000]
// All pages take turns, so that whatever else the machine does weighs on all of them: the ratios count, not the times.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { difference, naiveAnswer } from "./answers.mjs";
import { openBrowser } from "./browser.mjs";
import { buildPeers, buildTables } from "./build.mjs";
import { judge, median, tables, verdicts } from "./report.mjs";
import { serve } from "./server.mjs";
import { MEMBERS, makeChanges } from "./table.mjs";

const SLOW = { bytesPerSecond: 1.6e6 / 8, latency: 150 };
const SLOWER_PROCESSOR = 4;
/** How many changes the naive recomputation checks: it takes seconds for each on a million rows. */
const CHECKED = 3;
const ROUNDS = 5;
const ROUNDS_MS = 2000;
const QUESTIONS = ["Q1", "Q2", "Q3", "Q4"];
const PAGES = [
  { name: "empty", path: "peers/empty.html" },
  { name: "regiovisie", path: "meetpagina.html", file: (rows) => `tables/lang-${rows}.parquet` },
  { name: "floor", path: "peers/floor.html", file: (rows) => `../tables/lang-${rows}.packed` },
  { name: "hyparquet", path: "peers/hyparquet.html", file: (rows) => `../tables/lang-${rows}.parquet` },
  { name: "duckdb", path: "peers/duckdb.html", file: (rows) => `../tables/lang-${rows}.parquet` },
  { name: "duckdb-enum", path: "peers/duckdb.html", more: "&codes=enum", file: (rows) => `../tables/lang-${rows}.parquet` },
];

/** Filters that the peers do not have: held against the recomputation only. */
const OTHER_FILTERS = [
  ["q1", { jaren: [2018, "2020"], gemeente: null }],
  ["Q1", { gemeente: "GM9038", leeftijdsgroep: "16-17", verwijzer: ["huisarts", "rechter"] }],
  ["Q2", { zorgvormen: ["crisis", "verblijf"], gemeenten: ["GM9001"], leeftijdsgroepen: null }],
  ["Q3", { gemeente: "GM9112", jaar: 2025 }],
  ["Q3", { aanbieders: ["A001", "A007", "A120", "A001"] }],
  ["Q4", { verwijzer: null, aanbieder: "A003", jaar: [2016, 2017] }],
  ["Q4", { verwijzers: ["bestaat niet"] }],
  ["Q2", { gemeenten: [], leeftijdsgroepen: null }],
];

/** When the first answer came, in ms from the start of the visit: the script that promises it may not have run yet. */
const FIRST = `new Promise((done) => {
  const look = () => (window.__first ? done(window.__first) : setTimeout(look, 5));
  look();
})`;

const answersOf = (changes) => `(async () => {
  await ${FIRST};
  const answers = [];
  for (const change of ${JSON.stringify(changes)}) for (const [name, params] of change) answers.push(await window.__query(name, params));
  return answers;
})()`;

/** Rounds of all changes; the median of them, in ms a change. A slow page gets fewer rounds, but one at least. */
const timeOf = (changes) => `(async () => {
  const changes = ${JSON.stringify(changes)};
  const rounds = [];
  const start = performance.now();
  while (rounds.length < ${ROUNDS} && performance.now() - start < ${ROUNDS_MS}) {
    const begin = performance.now();
    for (const change of changes) {
      if (window.__change) window.__change(change);
      else for (const name in change) await window.__query(name, change[name]);
    }
    rounds.push((performance.now() - begin) / changes.length);
  }
  return rounds.sort((one, other) => one - other)[rounds.length >> 1];
})()`;

function address(server, { path, file, more = "" }, rows) {
  return `${server.origin}/${path}${file ? `?file=${file(rows)}${more}` : ""}`;
}

async function withPage(server, url, work, throttle) {
  const browser = await openBrowser();
  try {
    const page = await browser.page(throttle);
    await page.open(url);
    return await work(page, browser);
  } finally {
    await browser.close();
  }
}

function demand(name, question, params, found, expected) {
  const wrong = difference(found, expected);
  if (wrong) throw new Error(`${name} answers ${question} ${JSON.stringify(params)} differently: ${wrong}`);
}

/** Throws unless every page gives every answer that the others give, and the definition. */
async function compare(server, table, changes) {
  const asked = changes.map((change) => Object.entries(change));
  const flat = asked.flat();
  const naive = flat.slice(0, CHECKED * QUESTIONS.length).map(([question, params]) => naiveAnswer(table, question, params));
  let first;
  for (const page of PAGES.filter(({ file }) => file)) {
    const url = address(server, page, table.rows);
    const answers = await withPage(server, url, (shown) => shown.evaluate(answersOf(asked)));
    naive.forEach((expected, index) => demand(page.name, ...flat[index], answers[index], expected));
    first ??= answers;
    answers.forEach((found, index) => demand(page.name, ...flat[index], found, first[index]));
  }
  const [page] = PAGES.filter(({ name }) => name === "regiovisie");
  const answers = await withPage(server, address(server, page, table.rows), (shown) => shown.evaluate(answersOf([OTHER_FILTERS])));
  OTHER_FILTERS.forEach(([question, params], index) => {
    const chosen = Object.fromEntries(Object.entries(params)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, /^ja/.test(name) ? [value].flat().map(Number) : value]));
    demand(page.name, question, params, answers[index], naiveAnswer(table, question.toUpperCase(), chosen));
  });
  return flat.length;
}

/** One visit to one page: figures of the first answer, and of a filter change unless the line is slow. */
async function visit(server, page, rows, changes, slow) {
  server.reset(slow && SLOW);
  return withPage(server, address(server, page, rows), async (shown, browser) => {
    const cold = await shown.evaluate(FIRST);
    if (slow) return { slow: cold };
    const wire = server.sent();
    if (!page.file) {
      await shown.collectGarbage();
      return { cold, wire, memory: await browser.memory() };
    }
    const change = await shown.evaluate(timeOf(changes));
    await shown.collectGarbage();
    return { cold, wire, change, memory: await browser.memory() };
  }, slow ? SLOWER_PROCESSOR : 1);
}

function mediansOf(visits) {
  const figures = ["wire", "cold", "slow", "change", "memory"];
  return Object.fromEntries(figures
    .map((figure) => [figure, median(visits.map((visit) => visit[figure]))])
    .filter(([, value]) => value !== undefined));
}

async function main() {
  const { values } = parseArgs({ options: {
    site: { type: "string" }, work: { type: "string" }, runs: { type: "string", default: "7" },
    "slow-runs": { type: "string", default: "3" }, sizes: { type: "string", default: "100000,1000000" },
    pages: { type: "string", default: PAGES.map(({ name }) => name).join() },
  } });
  const work = resolve(values.work);
  const sizes = values.sizes.split(",").map(Number);
  const measured = PAGES.filter(({ name }) => values.pages.split(",").includes(name));
  mkdirSync(work, { recursive: true });
  const made = buildTables(work, sizes);
  await buildPeers(work);
  const trunk = readFileSync(fileURLToPath(new URL("../../Trunk.toml", import.meta.url)), "utf8");
  const policy = /^Content-Security-Policy = "(.*)"/m.exec(trunk)[1];
  const server = await serve({ roots: [resolve(values.site), work], kept: join(work, "brotli"), policy });
  try {
    for (const page of ["meetpagina.html", "peers/floor.js", "peers/hyparquet.js", "peers/duckdb.js", "peers/duckdb-worker.js",
      "peers/duckdb.wasm", ...sizes.map((rows) => `tables/lang-${rows}.packed`)]) server.prepare(page);
    const changes = makeChanges();
    for (const table of made) {
      const count = await compare(server, table, changes);
      console.log(`    ${table.rows.toLocaleString("en")} rows: ${PAGES.length - 1} pages give the same ${count} answers, and those of the recomputation`);
    }
    const visits = Object.fromEntries(sizes.map((rows) => [rows, Object.fromEntries(measured.map(({ name }) => [name, []]))]));
    for (let run = 0; run < Number(values.runs) + Number(values["slow-runs"]); run++) {
      const slow = run >= Number(values.runs);
      console.log(slow ? `    slow run ${run + 1 - Number(values.runs)} of ${values["slow-runs"]}` : `    run ${run + 1} of ${values.runs}`);
      for (const rows of sizes) {
        // A million rows over a slow line takes minutes, and says the same.
        if (slow && rows !== sizes[0]) continue;
        for (const page of measured) visits[rows][page.name].push(await visit(server, page, rows, changes, slow));
      }
    }
    const results = Object.fromEntries(Object.entries(visits).map(([rows, pages]) => (
      [rows, Object.fromEntries(Object.entries(pages).map(([name, list]) => [name, mediansOf(list)]))])));
    const judged = judge(results);
    console.log(`\n${tables(results)}\n\n${verdicts(judged)}\n`);
    console.log(`Medians of ${values.runs} runs (slow: ${values["slow-runs"]}, 1.6 Mbit/s, 150 ms, processor / ${SLOWER_PROCESSOR}), pages in turn, `
      + `${cpus().length} processors. Other work on the machine shifts all times: compare within this table only.`);
    const file = join(work, "results.json");
    writeFileSync(file, `${JSON.stringify({ members: Object.fromEntries(Object.entries(MEMBERS).map(([name, list]) => [name, list.length])),
      runs: Number(values.runs), slowRuns: Number(values["slow-runs"]), results, judged, visits }, null, 2)}\n`);
    console.log(`All figures: ${file}`);
  } finally {
    await server.close();
  }
}

await main();
