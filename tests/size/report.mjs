// Reports what a reader downloads before the first figures, raw and on the wire, against budgets.json.
//   node tests/size/report.mjs [FOLDER] [--enforce] [--brotli] [--hook]
//   --enforce  end with an error when a budget is exceeded or a file of the first view is missing
//   --brotli   also write a .br file beside each file that compresses
//   --hook     called by Trunk after a build: reports the staging folder, and nothing for a development build
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const COMPRESSES = new Set([".css", ".html", ".js", ".json", ".mjs", ".svg", ".toml", ".txt", ".md", ".csv", ".wasm", ".webmanifest", ".xml"]);
const KINDS = ["html", "css", "js", "wasm", "data"];

/** Paths below `folder`, with forward slashes, sorted. */
function list(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.endsWith(".br"))
    .sort();
}

function measure(folder, path) {
  const bytes = readFileSync(join(folder, path));
  // Parquet is compressed inside, and hosts send it as it is.
  const compressed = COMPRESSES.has(extname(path))
    ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    : undefined;
  return { path, raw: bytes.length, wire: compressed?.length ?? bytes.length, compressed };
}

/** Paths of the data that the first view reads: the manifest, and the listed resources with all their parts. */
export function firstData(manifest, names) {
  const missing = names.filter((name) => !manifest.resources.some((resource) => resource.name === name));
  const paths = manifest.resources
    .filter((resource) => names.includes(resource.name))
    .flatMap((resource) => resource.path)
    .map((path) => `data/${path}`);
  return { paths: ["data/datapackage.json", ...paths], missing };
}

/** The kind of a file, or undefined when the first view does not load it. */
export function kindOf(path, html, data) {
  const name = path.split("/").at(-1);
  if (/plotly/i.test(name)) return [".js", ".css", ".mjs"].includes(extname(path)) ? "plotly" : undefined;
  // The worker behind one hidden figure: fetched only when a reader asks for it.
  if (/^solver(-worker)?(_bg)?\.(js|wasm)$/.test(path)) return "solver";
  // The reader of the chapter texts: fetched with the first chapter.
  if (/^chapters(-worker)?(_bg)?\.(js|wasm)$/.test(path)) return "chapters";
  // The worker that writes workbooks: likewise.
  if (/^workbook(-worker)?(_bg)?\.(js|wasm)$/.test(path)) return "workbook";
  if (data.includes(path)) return "data";
  if (path === "index.html") return "html";
  const kind = { ".css": "css", ".js": "js", ".wasm": "wasm" }[extname(path)];
  // wasm-bindgen's glue imports its snippets, which the page itself does not name.
  return kind && (path.startsWith("snippets/") || html.includes(path)) ? kind : undefined;
}

function sum(files) {
  return files.reduce((total, file) => ({ raw: total.raw + file.raw, wire: total.wire + file.wire }), { raw: 0, wire: 0 });
}

const kB = (bytes) => (bytes / 1000).toFixed(1);

/** One row of the table; `over` is true when either budget is exceeded. */
export function judge(label, size, budget = {}) {
  const over = ["raw", "wire"].filter((way) => budget[way] !== undefined && size[way] > budget[way]);
  const verdict = over.length > 0
    ? over.map((way) => `OVER by ${kB(size[way] - budget[way])} ${way}`).join(", ")
    : budget.wire === undefined ? "" : "ok";
  return { cells: [label, kB(size.raw), kB(size.wire), budget.wire === undefined ? "" : kB(budget.wire), verdict], over: over.length > 0 };
}

function table(rows) {
  const all = [["kB", "raw", "wire", "budget", ""], ...rows.map((row) => row.cells)];
  const widths = all[0].map((_, column) => Math.max(...all.map((cells) => cells[column].length)));
  return all
    .map((cells) => cells.map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ").trimEnd())
    .join("\n");
}

function stop(message) {
  console.error(`size: ${message}`);
  process.exit(1);
}

function main(args) {
  const flags = new Set(args.filter((arg) => arg.startsWith("--")));
  const hook = flags.has("--hook");
  if (hook && (process.env.SIZE_REPORT === "later" || process.env.TRUNK_PROFILE === "debug")) return;
  const here = resolve(fileURLToPath(import.meta.url), "..");
  const named = args.find((arg) => !arg.startsWith("--"));
  const folder = named ?? (hook ? process.env.TRUNK_STAGING_DIR : undefined) ?? resolve(here, "../../dist");
  if (!existsSync(join(folder, "index.html"))) stop(`there is no index.html in ${folder}. Build first: ./dev build`);
  const { eersteBeeld, budgets } = JSON.parse(readFileSync(join(here, "budgets.json"), "utf8"));
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const complaints = [];

  let data = [];
  if (existsSync(join(folder, "data/datapackage.json"))) {
    const found = firstData(JSON.parse(readFileSync(join(folder, "data/datapackage.json"), "utf8")), eersteBeeld);
    data = found.paths;
    complaints.push(...found.missing.map((name) => `resource "${name}" of eersteBeeld is not in datapackage.json`));
    complaints.push(...data.filter((path) => !existsSync(join(folder, path))).map((path) => `${path} is missing`));
  } else {
    complaints.push("data/datapackage.json is missing: the sizes below are without data");
  }

  const files = new Map([...KINDS, "plotly", "solver", "chapters", "workbook"].map((kind) => [kind, []]));
  for (const path of list(folder)) {
    const kind = kindOf(path, html, data);
    if (kind === undefined && !flags.has("--brotli")) continue;
    const file = measure(folder, path);
    if (kind !== undefined) files.get(kind).push(file);
    if (flags.has("--brotli") && file.compressed && file.wire < file.raw) writeFileSync(join(folder, `${path}.br`), file.compressed);
  }
  for (const kind of ["css", "js", "wasm"]) if (files.get(kind).length === 0) complaints.push(`no .${kind} file is named by index.html`);

  const rows = KINDS.map((kind) => judge(kind, sum(files.get(kind)), budgets[kind]));
  rows.push(judge("first view", sum(KINDS.flatMap((kind) => files.get(kind))), budgets.total));
  rows.push(judge("plotly, later", sum(files.get("plotly")), budgets.plotly));
  rows.push(judge("solver, on request", sum(files.get("solver")), budgets.solver));
  rows.push(judge("chapters, on request", sum(files.get("chapters")), budgets.chapters));
  rows.push(judge("workbook, on request", sum(files.get("workbook")), budgets.workbook));
  console.log(table(rows));
  for (const complaint of complaints) console.log(`size: ${complaint}`);
  if (flags.has("--enforce") && (complaints.length > 0 || rows.some((row) => row.over))) stop("over budget, or not complete: see above");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
