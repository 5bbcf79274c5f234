// What the peers have in common: the first question of each page, and sums into rows. Written as one would by hand, for speed.
export const NAMES = ["Q1", "Q2", "Q3", "Q4"];
export const FIRST = {
  Q1: { gemeente: "GM9001" },
  Q2: { gemeenten: ["GM9001", "GM9038", "GM9075"], leeftijdsgroepen: ["00-03", "04-11"] },
  Q3: {},
  Q4: { verwijzer: "gecertificeerde-instelling" },
};
export const DIMENSIONS = ["jaar", "gemeente", "zorgvorm", "leeftijdsgroep", "verwijzer", "aanbieder"];
export const MEASURES = ["clienten", "instroom", "uitstroom", "kosten", "duur_dagen_som", "uitval", "terugkeer"];

export const file = new URLSearchParams(location.search).get("file");

export async function fetched() {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** Which codes are chosen, as a byte per code. */
export function maskOf(members, wanted) {
  const mask = new Uint8Array(members.length);
  for (const one of wanted) {
    const code = members.indexOf(one);
    if (code >= 0) mask[code] = 1;
  }
  return mask;
}

const ratio = (part, whole) => (whole === 0 ? null : part / whole);

/** Rows of Q1 from seven sums a year. Every row of the table has a client: a group without any has no rows. */
export function yearRows(sums, jaar) {
  const rows = [];
  for (let year = 0, at = 0; year < jaar.length; year++, at += 7) {
    if (sums[at] === 0) continue;
    rows.push({
      jaar: jaar[year], clienten: sums[at], instroom: sums[at + 1], uitstroom: sums[at + 2], kosten: sums[at + 3],
      duur_dagen_som: sums[at + 4], uitval: sums[at + 5], terugkeer: sums[at + 6],
    });
  }
  return rows;
}

export function formRows(sums, jaar, zorgvorm) {
  const rows = [];
  let at = 0;
  for (let year = 0; year < jaar.length; year++) {
    for (let form = 0; form < zorgvorm.length; form++, at += 7) {
      if (sums[at] === 0) continue;
      rows.push({
        jaar: jaar[year], zorgvorm: zorgvorm[form], clienten: sums[at], instroom: sums[at + 1], uitstroom: sums[at + 2],
        kosten: sums[at + 3], duur_dagen_som: sums[at + 4], uitval: sums[at + 5], terugkeer: sums[at + 6],
      });
    }
  }
  return rows;
}

export function providerRows(sums, aanbieder) {
  const rows = [];
  let total = 0;
  for (let provider = 0; provider < aanbieder.length; provider++) {
    if (sums[provider] === 0) continue;
    total += sums[provider];
    rows.push({ aanbieder: aanbieder[provider], kosten: sums[provider], aandeel: 0, aandeel_eerste: 0 });
  }
  rows.sort((one, other) => other.kosten - one.kosten);
  let first = 0;
  for (let index = 0; index < rows.length && index < 32; index++) first += rows[index].kosten;
  for (const row of rows) {
    row.aandeel = ratio(row.kosten, total);
    row.aandeel_eerste = ratio(first, total);
  }
  return rows;
}

/** Rows of Q4 from, for each municipality and year, the number of rows, outflow, days and drop-outs. */
export function durationRows(sums, gemeente, jaar) {
  const rows = [];
  let at = 0;
  for (let place = 0; place < gemeente.length; place++) {
    for (let year = 0; year < jaar.length; year++, at += 4) {
      if (sums[at] === 0) continue;
      const ended = sums[at + 1];
      rows.push({
        gemeente: gemeente[place], jaar: jaar[year], uitstroom: ended, duur_dagen_som: sums[at + 2], uitval: sums[at + 3],
        duur_gemiddeld: ratio(sums[at + 2], ended), uitval_aandeel: ratio(sums[at + 3], ended),
      });
    }
  }
  return rows;
}

/** Sets both halves of the contract; the first answer is that of all four questions. */
export function offer(load) {
  window.__ready = (async () => {
    window.__query = await load();
    const first = [];
    for (const name of NAMES) first.push(await window.__query(name, FIRST[name]));
    return first[0];
  })();
}
