// hyparquet, with its fastest way of unpacking snappy, into typed columns; and a loop of its own for each question.
import { parquetRead } from "hyparquet";
import { snappyUncompressor } from "hysnappy";
import { DIMENSIONS, MEASURES, durationRows, fetched, formRows, maskOf, offer, providerRows, yearRows } from "./parts.js";

async function loaded(buffer) {
  const chunks = {};
  let rows = 0;
  await parquetRead({
    file: buffer,
    compressors: { SNAPPY: snappyUncompressor() },
    columns: [...DIMENSIONS, ...MEASURES],
    onChunk: ({ columnName, columnData, rowStart, rowEnd }) => {
      (chunks[columnName] ??= []).push({ columnData, rowStart });
      rows = Math.max(rows, rowEnd);
    },
  });
  const table = { rows, members: {} };
  for (const name of DIMENSIONS) [table[name], table.members[name]] = coded(chunks[name], rows);
  for (const name of MEASURES) {
    const column = new (name === "kosten" ? Float64Array : Int32Array)(rows);
    for (const { columnData, rowStart } of chunks[name]) column.set(columnData, rowStart);
    table[name] = column;
  }
  return table;
}

/** A small code per row, numbering the values in order. */
function coded(chunks, rows) {
  const codes = new Uint8Array(rows);
  const numbers = new Map();
  for (const { columnData, rowStart } of chunks) {
    let last;
    let code = 0;
    for (let index = 0; index < columnData.length; index++) {
      const value = columnData[index];
      if (value !== last) {
        last = value;
        code = numbers.get(value);
        if (code === undefined) numbers.set(value, code = numbers.size);
      }
      codes[rowStart + index] = code;
    }
  }
  const members = [...numbers.keys()].sort();
  const order = new Uint8Array(members.length);
  members.forEach((member, place) => { order[numbers.get(member)] = place; });
  for (let row = 0; row < rows; row++) codes[row] = order[codes[row]];
  return [codes, members];
}

function querier({ rows, members, jaar, gemeente, zorgvorm, leeftijdsgroep, verwijzer, aanbieder, clienten, instroom, uitstroom, kosten,
  duur_dagen_som: duur, uitval, terugkeer }) {
  const years = members.jaar.length;
  const forms = members.zorgvorm.length;
  const answers = {
    Q1(params) {
      const sums = new Float64Array(years * 7);
      const one = members.gemeente.indexOf(params.gemeente);
      for (let row = 0; row < rows; row++) {
        if (gemeente[row] !== one) continue;
        const at = jaar[row] * 7;
        sums[at] += clienten[row];
        sums[at + 1] += instroom[row];
        sums[at + 2] += uitstroom[row];
        sums[at + 3] += kosten[row];
        sums[at + 4] += duur[row];
        sums[at + 5] += uitval[row];
        sums[at + 6] += terugkeer[row];
      }
      return yearRows(sums, members.jaar);
    },
    Q2(params) {
      const sums = new Float64Array(years * forms * 7);
      const places = maskOf(members.gemeente, params.gemeenten);
      const ages = maskOf(members.leeftijdsgroep, params.leeftijdsgroepen);
      for (let row = 0; row < rows; row++) {
        if (places[gemeente[row]] === 0 || ages[leeftijdsgroep[row]] === 0) continue;
        const at = (jaar[row] * forms + zorgvorm[row]) * 7;
        sums[at] += clienten[row];
        sums[at + 1] += instroom[row];
        sums[at + 2] += uitstroom[row];
        sums[at + 3] += kosten[row];
        sums[at + 4] += duur[row];
        sums[at + 5] += uitval[row];
        sums[at + 6] += terugkeer[row];
      }
      return formRows(sums, members.jaar, members.zorgvorm);
    },
    Q3() {
      const sums = new Float64Array(members.aanbieder.length);
      for (let row = 0; row < rows; row++) sums[aanbieder[row]] += kosten[row];
      return providerRows(sums, members.aanbieder);
    },
    Q4(params) {
      const sums = new Float64Array(members.gemeente.length * years * 4);
      const one = members.verwijzer.indexOf(params.verwijzer);
      for (let row = 0; row < rows; row++) {
        if (verwijzer[row] !== one) continue;
        const at = (gemeente[row] * years + jaar[row]) * 4;
        sums[at] += 1;
        sums[at + 1] += uitstroom[row];
        sums[at + 2] += duur[row];
        sums[at + 3] += uitval[row];
      }
      return durationRows(sums, members.gemeente, members.jaar);
    },
  };
  return (name, params) => answers[name](params);
}

offer(async () => querier(await loaded(await fetched())));
