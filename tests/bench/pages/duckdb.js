// DuckDB-WASM with prepared statements on a table in memory; with ?codes=enum its texts are enumerations.
import * as duckdb from "@duckdb/duckdb-wasm";
import { DIMENSIONS, MEASURES, fetched, offer } from "./parts.js";

const enumerated = new URLSearchParams(location.search).get("codes") === "enum";
const sums = MEASURES.map((name) => `sum(${name})::DOUBLE AS ${name}`).join(", ");
const SQL = {
  Q1: `SELECT jaar, ${sums} FROM t WHERE gemeente = ? GROUP BY jaar ORDER BY jaar`,
  Q2: `SELECT jaar, zorgvorm::VARCHAR AS zorgvorm, ${sums} FROM t WHERE gemeente IN (?, ?, ?) AND leeftijdsgroep IN (?, ?)
    GROUP BY jaar, zorgvorm ORDER BY jaar, zorgvorm`,
  Q3: `SELECT aanbieder::VARCHAR AS aanbieder, kosten, kosten / sum(kosten) OVER () AS aandeel,
    sum(kosten) FILTER (WHERE plaats <= 32) OVER () / sum(kosten) OVER () AS aandeel_eerste
    FROM (SELECT aanbieder, kosten, row_number() OVER (ORDER BY kosten DESC, aanbieder) AS plaats
      FROM (SELECT aanbieder, sum(kosten)::DOUBLE AS kosten FROM t GROUP BY aanbieder))
    ORDER BY plaats`,
  Q4: `SELECT gemeente::VARCHAR AS gemeente, jaar, sum(uitstroom)::DOUBLE AS uitstroom, sum(duur_dagen_som)::DOUBLE AS duur_dagen_som,
    sum(uitval)::DOUBLE AS uitval, sum(duur_dagen_som)::DOUBLE / nullif(sum(uitstroom), 0) AS duur_gemiddeld,
    sum(uitval)::DOUBLE / nullif(sum(uitstroom), 0) AS uitval_aandeel
    FROM t WHERE verwijzer = ? GROUP BY gemeente, jaar ORDER BY gemeente, jaar`,
};
const VALUES = {
  Q1: ({ gemeente }) => [gemeente],
  Q2: ({ gemeenten, leeftijdsgroepen }) => [...gemeenten, ...leeftijdsgroepen],
  Q3: () => [],
  Q4: ({ verwijzer }) => [verwijzer],
};

async function database() {
  const worker = new Worker("duckdb-worker.js");
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(new URL("duckdb.wasm", location.href).href);
  return db;
}

/** Rows of an Arrow table as objects, column after column. */
function rowsOf(table) {
  const names = table.schema.fields.map(({ name }) => name);
  const columns = names.map((name) => table.getChild(name).toArray());
  const texts = names.map((name) => ["gemeente", "zorgvorm", "aanbieder"].includes(name));
  const rows = [];
  for (let row = 0; row < table.numRows; row++) {
    const object = {};
    names.forEach((name, place) => {
      object[name] = texts[place] ? table.getChild(name).get(row) : columns[place][row];
    });
    rows.push(object);
  }
  return rows;
}

offer(async () => {
  const [buffer, db] = await Promise.all([fetched(), database()]);
  await db.registerFileBuffer("t.parquet", new Uint8Array(buffer));
  const connection = await db.connect();
  if (enumerated) {
    const texts = DIMENSIONS.filter((name) => name !== "jaar");
    for (const name of texts) {
      await connection.query(`CREATE TYPE ${name}_code AS ENUM (SELECT DISTINCT ${name} FROM 't.parquet' ORDER BY 1)`);
    }
    const columns = DIMENSIONS.map((name) => (name === "jaar" ? name : `${name}::${name}_code AS ${name}`));
    await connection.query(`CREATE TABLE t AS SELECT ${[...columns, ...MEASURES].join(", ")} FROM 't.parquet'`);
  } else {
    await connection.query("CREATE TABLE t AS SELECT * FROM 't.parquet'");
  }
  const statements = {};
  for (const name in SQL) statements[name] = await connection.prepare(SQL[name]);
  return async (name, params) => rowsOf(await statements[name].query(...VALUES[name](params)));
});
