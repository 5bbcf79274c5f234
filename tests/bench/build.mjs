// Writes what is measured: the page of the engine into the site, and the tables and the pages of the peers into a folder of their own.
//   node tests/bench/build.mjs SITE ENGINE   puts the page into SITE; ENGINE is the folder with the output of wasm-bindgen
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parquetWriteBuffer } from "hyparquet-writer";
import { DIMENSIONS, MEASURES, MEMBERS, asPacked, makeTable } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "../../public/meetpagina");
const BUNDLE = { bundle: true, minify: true, format: "esm", target: "es2022", platform: "browser", logLevel: "warning" };

/** The page as one script and the WASM beside it: each request costs a cold start more than its bytes do. */
export async function buildPage(site, engine) {
  const folder = join(site, "meetpagina");
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(source, "meetpagina.html"), join(site, "meetpagina.html"));
  copyFileSync(join(engine, "engine_bg.wasm"), join(folder, "engine_bg.wasm"));
  await build({ ...BUNDLE, entryPoints: [join(source, "start.js")], outdir: folder, alias: { engine: resolve(engine, "engine.js") } });
}

const page = (name, preloads = []) => `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>${name}</title>
    <link rel="icon" href="data:,">
    <script src="${name}.js" type="module"></script>
${preloads.map((preload) => `    ${preload}\n`).join("")}  </head>
  <body></body>
</html>
`;

export async function buildPeers(folder) {
  const peers = join(folder, "peers");
  mkdirSync(peers, { recursive: true });
  const names = ["empty", "floor", "hyparquet", "duckdb"];
  await build({
    entryPoints: names.map((name) => join(here, "pages", `${name}.js`)),
    ...BUNDLE, outdir: peers,
  });
  const duckdb = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm"));
  copyFileSync(join(duckdb, "duckdb-eh.wasm"), join(peers, "duckdb.wasm"));
  copyFileSync(join(duckdb, "duckdb-browser-eh.worker.js"), join(peers, "duckdb-worker.js"));
  const preloads = { duckdb: ['<link rel="preload" href="duckdb.wasm" as="fetch" type="application/wasm" crossorigin>'] };
  for (const name of names) writeFileSync(join(peers, `${name}.html`), page(name, preloads[name]));
}

function asParquet({ codes, numbers }) {
  const texts = (name) => Array.from(codes[name], (code) => MEMBERS[name][code]);
  const dimensions = DIMENSIONS.map((name) => ({
    name, data: texts(name), type: name === "jaar" ? "INT32" : "STRING", nullable: false,
  }));
  const measures = MEASURES.map((name) => ({ name, data: numbers[name], type: name === "kosten" ? "DOUBLE" : "INT32", nullable: false }));
  return Buffer.from(parquetWriteBuffer({ columnData: [...dimensions, ...measures], codec: "SNAPPY", rowGroupSize: 100_000 }));
}

/** The tables of these sizes, with their files written where they are not yet there. */
export function buildTables(folder, sizes) {
  const tables = join(folder, "tables");
  mkdirSync(tables, { recursive: true });
  return sizes.map((rows) => {
    const table = makeTable(rows);
    const paths = { parquet: join(tables, `lang-${rows}.parquet`), packed: join(tables, `lang-${rows}.packed`) };
    if (!existsSync(paths.parquet)) writeFileSync(paths.parquet, asParquet(table));
    if (!existsSync(paths.packed)) writeFileSync(paths.packed, asPacked(table));
    return table;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [site, engine] = process.argv.slice(2);
  await buildPage(site, engine);
}
