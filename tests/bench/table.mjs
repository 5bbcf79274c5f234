// The made-up long table on which all pages are measured, the same on every machine; and what is asked of it.

export const MEMBERS = {
  jaar: Array.from({ length: 10 }, (_, n) => 2016 + n),
  gemeente: Array.from({ length: 10 }, (_, n) => `GM9${String(n * 37 + 1).padStart(3, "0")}`),
  zorgvorm: ["ambulant", "behandeling", "crisis", "dagbesteding", "dyslexie", "gezinshuis", "jeugd-ggz", "logeren", "pleegzorg",
    "verblijf", "vervoer"],
  leeftijdsgroep: ["00-03", "04-11", "12-15", "16-17", "18-22"],
  verwijzer: ["gecertificeerde-instelling", "gemeente", "geen", "huisarts", "jeugdarts", "medisch-specialist", "onbekend", "rechter"],
  aanbieder: Array.from({ length: 120 }, (_, n) => `A${String(n + 1).padStart(3, "0")}`),
};
export const DIMENSIONS = Object.keys(MEMBERS);
export const MEASURES = ["clienten", "instroom", "uitstroom", "kosten", "duur_dagen_som", "uitval", "terugkeer"];

/** Mulberry32: small, and the same everywhere. */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Codes and numbers by column. Sorted by year and municipality, as an export is; large providers and municipalities have more rows. */
export function makeTable(rows, seed = 2026) {
  const draw = drawing(seed);
  const skewed = (count, power) => Math.floor(count * draw() ** power);
  const codes = Object.fromEntries(DIMENSIONS.map((name) => [name, new Uint8Array(rows)]));
  const numbers = Object.fromEntries(MEASURES.map((name) => [name, new (name === "kosten" ? Float64Array : Int32Array)(rows)]));
  const places = Uint8Array.from({ length: rows }, () => skewed(100, 1.3)).sort();
  for (let row = 0; row < rows; row++) {
    codes.jaar[row] = Math.floor(places[row] / 10);
    codes.gemeente[row] = places[row] % 10;
    codes.zorgvorm[row] = skewed(11, 1.5);
    codes.leeftijdsgroep[row] = skewed(5, 0.8);
    codes.verwijzer[row] = skewed(8, 1.2);
    codes.aanbieder[row] = skewed(120, 2.2);
    const clients = 1 + skewed(30, 3);
    const ended = Math.floor(clients * draw() * 0.7);
    numbers.clienten[row] = clients;
    numbers.instroom[row] = Math.floor(clients * draw() * 0.6);
    numbers.uitstroom[row] = ended;
    numbers.kosten[row] = Math.round(clients * (500 + 9500 * draw() ** 2));
    numbers.duur_dagen_som[row] = Math.floor(ended * (30 + 500 * draw()));
    numbers.uitval[row] = Math.floor(ended * draw() * 0.5);
    numbers.terugkeer[row] = Math.floor(clients * draw() * 0.2);
  }
  return { rows, codes, numbers };
}

const WIDTHS = [["Uint8Array", 255], ["Uint16Array", 65_535], ["Int32Array", 2 ** 31 - 1]];

/** What the floor reads: a line of JSON that says what follows, and then the columns as narrow as they can be. */
export function asPacked({ rows, codes, numbers }) {
  const columns = [...Object.entries(codes), ...Object.entries(numbers)].map(([name, values]) => {
    const most = values.reduce((most, value) => Math.max(most, value), 0);
    const [type] = WIDTHS.find(([, limit]) => most <= limit);
    return { name, type, values: globalThis[type].from(values) };
  });
  const head = Buffer.from(`${JSON.stringify({ rows, members: MEMBERS, columns: columns.map(({ name, type }) => ({ name, type })) })}\n`);
  // Each column begins at a multiple of eight.
  const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8, 32)]);
  return Buffer.concat([padded(head), ...columns.map(({ values }) => padded(Buffer.from(values.buffer)))]);
}

/** Fifty changes of all filters together: what is asked of each question. */
export function makeChanges(count = 50, seed = 7) {
  const draw = drawing(seed);
  const some = (name, many) => {
    const left = [...MEMBERS[name]];
    return Array.from({ length: many }, () => left.splice(Math.floor(left.length * draw()), 1)[0]);
  };
  return Array.from({ length: count }, () => ({
    Q1: { gemeente: some("gemeente", 1)[0] },
    Q2: { gemeenten: some("gemeente", 3), leeftijdsgroepen: some("leeftijdsgroep", 2) },
    Q3: {},
    Q4: { verwijzer: some("verwijzer", 1)[0] },
  }));
}
