// Questions in words to the engine, which knows only codes; and its numbers back in rows. No allocation but that of the rows themselves.
const DIMENSIONS = ["jaar", "gemeente", "zorgvorm", "leeftijdsgroep", "verwijzer", "aanbieder"];
const PLURALS = ["jaren", "gemeenten", "zorgvormen", "leeftijdsgroepen", "verwijzers", "aanbieders"];
const PLACES = new Map([...DIMENSIONS, ...PLURALS].map((name, index) => [name, index % DIMENSIONS.length]));
const [JAAR, GEMEENTE, ZORGVORM, LEEFTIJDSGROEP, VERWIJZER, AANBIEDER] = DIMENSIONS.keys();

const known = (number) => (Number.isNaN(number) ? null : number);

/** How many numbers each row of an answer takes, which filters a question has by itself, and how its numbers become a row. */
const QUESTIONS = {
  Q1: {
    place: 0,
    width: 8,
    usual: [[GEMEENTE, 1]],
    row: (n, at, members) => ({
      jaar: members[JAAR][n[at]],
      clienten: known(n[at + 1]),
      instroom: known(n[at + 2]),
      uitstroom: known(n[at + 3]),
      kosten: known(n[at + 4]),
      duur_dagen_som: known(n[at + 5]),
      uitval: known(n[at + 6]),
      terugkeer: known(n[at + 7]),
    }),
  },
  Q2: {
    place: 1,
    width: 9,
    usual: [[GEMEENTE, 3], [LEEFTIJDSGROEP, 2]],
    row: (n, at, members) => ({
      jaar: members[JAAR][n[at]],
      zorgvorm: members[ZORGVORM][n[at + 1]],
      clienten: known(n[at + 2]),
      instroom: known(n[at + 3]),
      uitstroom: known(n[at + 4]),
      kosten: known(n[at + 5]),
      duur_dagen_som: known(n[at + 6]),
      uitval: known(n[at + 7]),
      terugkeer: known(n[at + 8]),
    }),
  },
  Q3: {
    place: 2,
    width: 4,
    usual: [],
    row: (n, at, members) => ({
      aanbieder: members[AANBIEDER][n[at]],
      kosten: known(n[at + 1]),
      aandeel: known(n[at + 2]),
      aandeel_eerste: known(n[at + 3]),
    }),
  },
  Q4: {
    place: 3,
    width: 7,
    usual: [[VERWIJZER, 1]],
    row: (n, at, members) => ({
      gemeente: members[GEMEENTE][n[at]],
      jaar: members[JAAR][n[at + 1]],
      uitstroom: known(n[at + 2]),
      duur_dagen_som: known(n[at + 3]),
      uitval: known(n[at + 4]),
      duur_gemiddeld: known(n[at + 5]),
      uitval_aandeel: known(n[at + 6]),
    }),
  },
};

function questionOf(name) {
  const question = QUESTIONS[String(name).toUpperCase()];
  if (!question) throw new Error(`Er is geen vraag "${name}". Kies uit: ${Object.keys(QUESTIONS).join(", ")}.`);
  return question;
}

function keyOf(name, code) {
  if (code === null) return null;
  if (["string", "number", "bigint"].includes(typeof code)) return String(code);
  throw new Error(`De keuze bij "${name}" is geen code en geen lijst van codes.`);
}

function firstOf(params) {
  const { eerste = 32 } = params;
  if (!Number.isInteger(eerste) || eerste < 0) throw new Error('De keuze bij "eerste" is geen aantal.');
  return Math.min(eerste, 0xffff_ffff);
}

/** The function behind `window.__query`, for one loaded table. */
export function answerer(engine) {
  const members = DIMENSIONS.map((_, place) => engine.members(place));
  const codes = members.map((list) => new Map(list.map((member, code) => [member === null ? null : String(member), code])));
  const usualCodes = members.map((list) => list.flatMap((member, code) => (member === null ? [] : [code])));

  /** Each filter as the place of its dimension, how many codes, and the codes. */
  function filtersOf(question, params) {
    const filters = [];
    let chosen = 0;
    for (const name in params) {
      const value = params[name];
      if (name === "eerste" && question === QUESTIONS.Q3) continue;
      const place = PLACES.get(name);
      if (place === undefined) {
        throw new Error(`De vraag kent geen keuze "${name}". Kies uit: ${[...PLACES.keys()].join(", ")}; bij Q3 ook eerste.`);
      }
      if (value === undefined) continue;
      if (chosen >> place & 1) throw new Error(`"${DIMENSIONS[place]}" is twee keer gekozen, in enkelvoud en in meervoud.`);
      chosen |= 1 << place;
      if (value === null) continue;
      const start = filters.push(place, 0);
      for (const code of Array.isArray(value) ? value : [value]) {
        const found = codes[place].get(keyOf(name, code));
        if (found !== undefined) filters.push(found);
      }
      filters[start - 1] = filters.length - start;
    }
    for (const [place, count] of question.usual) {
      if (chosen >> place & 1) continue;
      const usual = usualCodes[place].slice(0, count);
      filters.push(place, usual.length, ...usual);
    }
    return filters;
  }

  return (name, params = {}) => {
    const question = questionOf(name);
    const { place, width, row } = question;
    const numbers = engine.ask(place, filtersOf(question, params ?? {}), firstOf(params ?? {}));
    const rows = new Array(numbers.length / width);
    for (let index = 0; index < rows.length; index++) rows[index] = row(numbers, index * width, members);
    return rows;
  };
}
