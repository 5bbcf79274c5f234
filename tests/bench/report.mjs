// Medians, ratios and verdicts of a measurement, as text.

export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What the project promises of its page: each is held against medians of one run. */
export const TARGETS = [
  { what: "filter change, times faster than DuckDB-WASM", figure: "change", peers: ["duckdb", "duckdb-enum"], least: 20 },
  { what: "filter change, times faster than hyparquet with loops", figure: "change", peers: ["hyparquet"], least: 1 },
  { what: "filter change, times as fast as the floor", figure: "change", peers: ["floor"], least: 1 },
  { what: "first answer, times as early as hyparquet with loops", figure: "cold", peers: ["hyparquet"], least: 1 },
  { what: "first answer on a slow line, times as early as hyparquet", figure: "slow", peers: ["hyparquet"], least: 1 },
];

/** Each target at each size: the ratio, and whether it is met. `results` has medians by size and page. */
export function judge(results, ours = "regiovisie") {
  return Object.entries(results).flatMap(([size, pages]) => TARGETS.flatMap(({ what, figure, peers, least }) => {
    const best = Math.min(...peers.map((peer) => pages[peer]?.[figure] ?? Infinity));
    const own = pages[ours]?.[figure];
    if (own === undefined || best === Infinity) return [];
    const ratio = best / own;
    return [{ size: Number(size), what, ratio, least, met: ratio >= least }];
  }));
}

const COLUMNS = [
  ["wire kB", "wire", (bytes) => (bytes / 1000).toFixed(0)],
  ["cold ms", "cold", (ms) => ms.toFixed(0)],
  ["slow s", "slow", (ms) => (ms / 1000).toFixed(2)],
  ["change ms", "change", (ms) => ms.toFixed(3)],
  ["memory MB", "memory", (bytes) => (bytes / 1e6).toFixed(0)],
];

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  return rows
    .map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ").trimEnd())
    .join("\n");
}

export function tables(results) {
  return Object.entries(results)
    .map(([size, pages]) => aligned([
      [`${Number(size).toLocaleString("en")} rows`, ...COLUMNS.map(([title]) => title)],
      ...Object.entries(pages).map(([name, figures]) => [
        name, ...COLUMNS.map(([, key, show]) => (figures[key] === undefined ? "" : show(figures[key]))),
      ]),
    ]))
    .join("\n\n");
}

export function verdicts(judged) {
  return aligned([
    ["against the targets", "rows", "times", "target", ""],
    ...judged.map(({ what, size, ratio, least, met }) => [
      what, size.toLocaleString("en"), ratio.toFixed(ratio < 10 ? 2 : 0), `${least}`, met ? "met" : "NOT met",
    ]),
  ]);
}
