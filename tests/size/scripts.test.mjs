// What the size report counts, and which design tokens are kept: run by `./dev test`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { neededTokens } from "../../public/styles/assemble.mjs";
import { firstData, judge, kindOf } from "./report.mjs";

const { eersteBeeld } = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));
const report = fileURLToPath(new URL("report.mjs", import.meta.url));

test("only what the page names counts for the first view", () => {
  const html = '<script src="./boot.js" data-js="./explorer-1.js"></script><link href="./main-1.css">';
  const data = ["data/datapackage.json", "data/gebruik.parquet"];
  const kinds = (...paths) => paths.map((path) => kindOf(path, html, data));
  assert.deepEqual(kinds("boot.js", "explorer-1.js", "main-1.css", "index.html"), ["js", "js", "css", "html"]);
  assert.deepEqual(kinds("snippets/a/inline0.js", "data/gebruik.parquet"), ["js", "data"]);
  assert.deepEqual(kinds("embed.js", "data/verblijf.parquet", "icon.svg"), [undefined, undefined, undefined]);
  assert.deepEqual(kinds("vendor/plotly-basic.min.js", "plotly.css"), ["plotly", "plotly"]);
  assert.deepEqual(kinds("solver.js", "solver_bg.wasm", "solver-worker.js"), ["solver", "solver", "solver"]);
  assert.deepEqual(kinds("chapters.js", "chapters_bg.wasm", "chapters-worker.js"), ["chapters", "chapters", "chapters"]);
  assert.deepEqual(kinds("workbook.js", "workbook_bg.wasm", "workbook-worker.js"), ["workbook", "workbook", "workbook"]);
});

test("data of the first view has every part of a resource, and names what is missing", () => {
  const manifest = { resources: [{ name: "gebruik", path: ["g1.parquet", "g2.parquet"] }, { name: "verblijf", path: "v.parquet" }] };
  assert.deepEqual(firstData(manifest, ["gebruik", "bevolking"]), {
    paths: ["data/datapackage.json", "data/g1.parquet", "data/g2.parquet"],
    missing: ["bevolking"],
  });
});

test("a budget is exceeded by one byte, raw or on the wire", () => {
  assert.equal(judge("x", { raw: 9, wire: 5 }, { wire: 5 }).over, false);
  assert.equal(judge("x", { raw: 9, wire: 6 }, { wire: 5 }).over, true);
  assert.equal(judge("x", { raw: 9, wire: 5 }, { raw: 8, wire: 5 }).over, true);
});

test("tokens are followed through other tokens, and no others are kept", () => {
  const tokens = ":root { --a: var( --b ); --b: 1px solid var(--c, red); --c: blue; --d: 0; }";
  assert.deepEqual(neededTokens("p { border: var(--x, var(--a)) }", tokens), [
    "  --a: var( --b );", "  --b: 1px solid var(--c, red);", "  --c: blue;",
  ]);
});

test("the report ends with an error only when it has to, and compresses only text", () => {
  const site = mkdtempSync(join(tmpdir(), "size-"));
  const write = (path, bytes) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), bytes);
  };
  const run = (...flags) => spawnSync(process.execPath, [report, site, ...flags], { encoding: "utf8" });
  try {
    assert.match(run().stderr, /\.\/dev build/);
    write("index.html", '<link href="a.css"><script src="a.js" data-wasm="a.wasm"></script>');
    for (const name of ["a.css", "a.js", "a.wasm"]) write(name, "x".repeat(1000));
    assert.equal(run().status, 0);
    assert.equal(run("--enforce").status, 1, "without data the total proves nothing");
    const resources = eersteBeeld.map((name) => ({ name, path: `${name}.parquet` }));
    write("data/datapackage.json", JSON.stringify({ resources }));
    for (const { path } of resources) write(`data/${path}`, "x".repeat(1000));
    assert.equal(run("--enforce", "--brotli").status, 0);
    assert.deepEqual(["a.js.br", `data/${resources[0].path}.br`].map((path) => existsSync(join(site, path))), [true, false]);
    write(`data/${resources[0].path}`, Buffer.alloc(500_001));
    const over = run("--enforce");
    assert.equal(over.status, 1);
    assert.match(over.stdout, /first view .*OVER/);
  } finally {
    rmSync(site, { recursive: true });
  }
});
