// What the measuring page asks of the engine, and what the measurement compares and concludes: run by `./dev test`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { difference, naiveAnswer } from "./answers.mjs";
import { judge, median } from "./report.mjs";
import { MEMBERS, makeChanges, makeTable } from "./table.mjs";

// Scripts of the site have the ending that every static host knows, which older versions of Node take for another kind of script.
const source = readFileSync(new URL("../../public/meetpagina/query.js", import.meta.url), "utf8");
const { answerer } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

/** An engine that answers with what it was asked. */
function asked() {
  const calls = [];
  const members = [[2023, 2024, null], ["a", "b", "c", "d"], ["v"], ["0", "4", "12"], [null], ["p", "q"]];
  const engine = { members: (place) => members[place], ask: (...call) => { calls.push(call); return new Float64Array(); } };
  return { query: answerer(engine), calls };
}

test("what is left out is chosen as the contract says, from the table itself", () => {
  const { query, calls } = asked();
  query("Q1");
  query("q2", {});
  query("Q3", undefined);
  query("Q4", null);
  assert.deepEqual(calls, [[0, [1, 1, 0], 32], [1, [1, 3, 0, 1, 2, 3, 2, 0, 1], 32], [2, [], 32], [3, [4, 0], 32]]);
});

test("a choice is a code or a list, in singular or plural; null is all of them, and null in a list what is not known", () => {
  const { query, calls } = asked();
  query("Q1", { gemeente: "b", jaar: "2024" });
  query("Q1", { gemeenten: ["d", "nergens"], jaren: [2023, null] });
  query("Q1", { gemeente: null, aanbieder: undefined });
  query("Q3", { eerste: 5, aanbieders: [] });
  assert.deepEqual(calls.map(([, filters]) => filters), [[1, 1, 1, 0, 1, 1], [1, 1, 3, 0, 2, 0, 2], [], [5, 0]]);
  assert.equal(calls.at(-1)[2], 5);
});

test("what cannot be meant is refused in a sentence", () => {
  const { query, calls } = asked();
  assert.throws(() => query("Q5"), /Er is geen vraag "Q5"/);
  assert.throws(() => query("Q1", { gemente: "a" }), /kent geen keuze "gemente"/);
  assert.throws(() => query("Q1", { eerste: 3 }), /kent geen keuze "eerste"/);
  assert.throws(() => query("Q1", { gemeente: "a", gemeenten: ["b"] }), /twee keer gekozen/);
  assert.throws(() => query("Q1", { gemeente: {} }), /geen code/);
  assert.throws(() => query("Q3", { eerste: -1 }), /geen aantal/);
  assert.equal(calls.length, 0);
});

test("numbers become rows, and what is not a number null", () => {
  const engine = {
    members: (place) => [[2023, 2024], ["a", "b"], [], [], ["h"], []][place],
    ask: () => Float64Array.of(1, 0, 4, 100, 1, 25, 0.25, 0, 1, 0, 0, 0, NaN, NaN),
  };
  assert.deepEqual(answerer(engine)("Q4"), [
    { gemeente: "b", jaar: 2023, uitstroom: 4, duur_dagen_som: 100, uitval: 1, duur_gemiddeld: 25, uitval_aandeel: 0.25 },
    { gemeente: "a", jaar: 2024, uitstroom: 0, duur_dagen_som: 0, uitval: 0, duur_gemiddeld: null, uitval_aandeel: null },
  ]);
});

test("the table and the changes are the same each time", () => {
  const { codes, numbers } = makeTable(1000);
  assert.deepEqual(makeTable(1000), { rows: 1000, codes, numbers });
  assert.ok(codes.aanbieder.every((code) => code < MEMBERS.aanbieder.length) && numbers.clienten.every((count) => count > 0));
  assert.ok(numbers.uitval.every((count, row) => count <= numbers.uitstroom[row]));
  assert.deepEqual(makeChanges(), makeChanges());
  assert.equal(new Set(makeChanges().flatMap(({ Q2 }) => [Q2.gemeenten.length, new Set(Q2.gemeenten).size])).size, 1);
});

test("the recomputation says what one works out by hand", () => {
  const table = {
    rows: 3,
    codes: { jaar: [0, 0, 1], gemeente: [0, 1, 0], zorgvorm: [0, 0, 0], leeftijdsgroep: [0, 0, 0], verwijzer: [1, 1, 1], aanbieder: [4, 5, 4] },
    numbers: { clienten: [1, 2, 3], instroom: [0, 0, 0], uitstroom: [2, 0, 1], kosten: [10, 60, 30], duur_dagen_som: [50, 0, 7],
      uitval: [1, 0, 0], terugkeer: [0, 0, 0] },
  };
  const [gemeente] = MEMBERS.gemeente;
  assert.deepEqual(naiveAnswer(table, "Q1", { gemeente }).map(({ jaar, clienten }) => [jaar, clienten]), [[2016, 1], [2017, 3]]);
  assert.deepEqual(naiveAnswer(table, "Q3", {}), [
    { aanbieder: "A006", kosten: 60, aandeel: 0.6, aandeel_eerste: 1 }, { aanbieder: "A005", kosten: 40, aandeel: 0.4, aandeel_eerste: 1 }]);
  const durations = naiveAnswer(table, "Q4", { verwijzer: MEMBERS.verwijzer[1] });
  assert.deepEqual(durations.map((row) => [row.duur_gemiddeld, row.uitval_aandeel]), [[25, 0.5], [7, 0], [null, null]]);
  assert.deepEqual(naiveAnswer(table, "Q2", { jaren: [2030] }), []);
});

test("answers differ by a row, a column, a word or more than rounding", () => {
  const rows = [{ jaar: 2024, kosten: 100, deel: null }];
  assert.equal(difference([{ kosten: 100 * (1 + 1e-12), jaar: 2024, deel: null }], rows), undefined);
  assert.match(difference([{ ...rows[0], kosten: 100.001 }], rows), /kosten: 100.001 instead of 100/);
  assert.match(difference([{ ...rows[0], deel: 0 }], rows), /deel: 0 instead of null/);
  assert.match(difference([{ ...rows[0], jaar: "2024" }], rows), /jaar/);
  assert.match(difference([{ ...rows[0], meer: 1 }], rows), /columns/);
  assert.match(difference([], rows), /0 rows instead of 1/);
});

test("a target is met by the median against the best of its peers", () => {
  assert.equal(median([5, 1, undefined, 3]), 3);
  assert.equal(median([1, 2]), 1.5);
  assert.equal(median([]), undefined);
  const pages = { regiovisie: { change: 1, cold: 50 }, floor: { change: 0.9 }, duckdb: { change: 30 }, "duckdb-enum": { change: 19 }, hyparquet: { cold: 50 } };
  const judged = judge({ 100: pages });
  assert.deepEqual(judged.map(({ ratio, met }) => [ratio, met]), [[19, false], [0.9, false], [1, true]]);
});
