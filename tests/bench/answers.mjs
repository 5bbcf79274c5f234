// What the answers should be, worked out row by row from the table itself, and whether pages say the same.
import { DIMENSIONS, MEASURES, MEMBERS } from "./table.mjs";

const GROUPS = { Q1: ["jaar"], Q2: ["jaar", "zorgvorm"], Q3: ["aanbieder"], Q4: ["gemeente", "jaar"] };
const SINGULAR = Object.fromEntries(DIMENSIONS.flatMap((name) => [[name, name], [{ jaar: "jaren", gemeente: "gemeenten",
  zorgvorm: "zorgvormen", leeftijdsgroep: "leeftijdsgroepen", verwijzer: "verwijzers", aanbieder: "aanbieders" }[name], name]]));
const CLOSE = 1e-9;

/** The answer by definition. Only what `params` names is chosen by. */
export function naiveAnswer({ rows, codes, numbers }, question, params) {
  const chosen = Object.entries(params).map(([name, wanted]) => {
    const dimension = SINGULAR[name];
    return [codes[dimension], new Set([wanted].flat().map((member) => MEMBERS[dimension].indexOf(member)))];
  });
  const groups = new Map();
  for (let row = 0; row < rows; row++) {
    if (!chosen.every(([column, wanted]) => wanted.has(column[row]))) continue;
    const key = GROUPS[question].map((name) => codes[name][row]);
    const name = key.join();
    if (!groups.has(name)) groups.set(name, { key, sums: Object.fromEntries(MEASURES.map((measure) => [measure, 0])) });
    const { sums } = groups.get(name);
    for (const measure of MEASURES) sums[measure] += numbers[measure][row];
  }
  const ratio = (part, whole) => (whole === 0 ? null : part / whole);
  const found = [...groups.values()]
    .sort((one, other) => one.key[0] - other.key[0] || one.key[1] - other.key[1])
    .map(({ key, sums }) => ({ ...Object.fromEntries(GROUPS[question].map((name, place) => [name, MEMBERS[name][key[place]]])), ...sums }));
  if (question === "Q3") {
    found.sort((one, other) => other.kosten - one.kosten);
    const total = found.reduce((sum, { kosten }) => sum + kosten, 0);
    const first = found.slice(0, 32).reduce((sum, { kosten }) => sum + kosten, 0);
    return found.map(({ aanbieder, kosten }) => (
      { aanbieder, kosten, aandeel: ratio(kosten, total), aandeel_eerste: ratio(first, total) }));
  }
  if (question === "Q4") {
    return found.map(({ gemeente, jaar, uitstroom, duur_dagen_som, uitval }) => ({ gemeente, jaar, uitstroom, duur_dagen_som, uitval,
      duur_gemiddeld: ratio(duur_dagen_som, uitstroom), uitval_aandeel: ratio(uitval, uitstroom) }));
  }
  return found;
}

/** Where two answers differ, in words; undefined when they are the same but for the order of adding up. */
export function difference(found, expected) {
  if (found.length !== expected.length) return `${found.length} rows instead of ${expected.length}`;
  for (const [index, row] of expected.entries()) {
    const other = found[index];
    const names = Object.keys(row);
    if (Object.keys(other).sort().join() !== [...names].sort().join()) return `columns ${Object.keys(other)} instead of ${names}`;
    for (const name of names) {
      const [one, two] = [other[name], row[name]];
      const same = typeof one === "number" && typeof two === "number"
        ? Math.abs(one - two) <= CLOSE * Math.max(Math.abs(one), Math.abs(two))
        : one === two;
      if (!same) return `row ${index}, ${name}: ${one} instead of ${two}`;
    }
  }
  return undefined;
}
