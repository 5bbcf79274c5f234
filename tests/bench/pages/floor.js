// The floor: columns that come packed, and one loop over all rows that answers the four questions at once.
import { FIRST, NAMES, durationRows, fetched, formRows, maskOf, providerRows, yearRows } from "./parts.js";

function unpacked(buffer) {
  const bytes = new Uint8Array(buffer);
  const end = bytes.indexOf(10);
  const { rows, members, columns } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const table = { rows, members };
  let at = Math.ceil((end + 1) / 8) * 8;
  for (const { name, type } of columns) {
    table[name] = new globalThis[type](buffer, at, rows);
    at = Math.ceil((at + table[name].byteLength) / 8) * 8;
  }
  return table;
}

function changer({ rows, members, jaar, gemeente, zorgvorm, leeftijdsgroep, verwijzer, aanbieder, clienten, instroom, uitstroom, kosten,
  duur_dagen_som: duur, uitval, terugkeer }) {
  const years = members.jaar.length;
  const forms = members.zorgvorm.length;
  const q1 = new Float64Array(years * 7);
  const q2 = new Float64Array(years * forms * 7);
  const q3 = new Float64Array(members.aanbieder.length);
  const q4 = new Float64Array(members.gemeente.length * years * 4);

  return (change) => {
    q1.fill(0);
    q2.fill(0);
    q3.fill(0);
    q4.fill(0);
    const one = members.gemeente.indexOf(change.Q1.gemeente);
    const places = maskOf(members.gemeente, change.Q2.gemeenten);
    const ages = maskOf(members.leeftijdsgroep, change.Q2.leeftijdsgroepen);
    const referrer = members.verwijzer.indexOf(change.Q4.verwijzer);
    for (let row = 0; row < rows; row++) {
      const place = gemeente[row];
      const cost = kosten[row];
      q3[aanbieder[row]] += cost;
      if (place === one) {
        const at = jaar[row] * 7;
        q1[at] += clienten[row];
        q1[at + 1] += instroom[row];
        q1[at + 2] += uitstroom[row];
        q1[at + 3] += cost;
        q1[at + 4] += duur[row];
        q1[at + 5] += uitval[row];
        q1[at + 6] += terugkeer[row];
      }
      if (places[place] === 1 && ages[leeftijdsgroep[row]] === 1) {
        const at = (jaar[row] * forms + zorgvorm[row]) * 7;
        q2[at] += clienten[row];
        q2[at + 1] += instroom[row];
        q2[at + 2] += uitstroom[row];
        q2[at + 3] += cost;
        q2[at + 4] += duur[row];
        q2[at + 5] += uitval[row];
        q2[at + 6] += terugkeer[row];
      }
      if (verwijzer[row] === referrer) {
        const at = (place * years + jaar[row]) * 4;
        q4[at] += 1;
        q4[at + 1] += uitstroom[row];
        q4[at + 2] += duur[row];
        q4[at + 3] += uitval[row];
      }
    }
    return [
      yearRows(q1, members.jaar),
      formRows(q2, members.jaar, members.zorgvorm),
      providerRows(q3, members.aanbieder),
      durationRows(q4, members.gemeente, members.jaar),
    ];
  };
}

window.__ready = fetched().then((buffer) => {
  const change = changer(unpacked(buffer));
  // All four at once is what this page is for; one alone serves only to compare answers.
  window.__change = change;
  window.__query = (name, params) => change({ ...FIRST, [name]: params })[NAMES.indexOf(name)];
  return change(FIRST)[0];
});
