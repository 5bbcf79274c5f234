"""Counts the cells of gebruik, afgesloten, duur, bevolking, maatregelen, aanbieders, lokaal, uitkomst, overleving, toewijzing, kader, uit_verblijf and pgb anew, in plain SQL with DuckDB, from the definitions of the indicators.

It shares nothing with the program but the records and regio.toml. Usage:

    recount.py RECORDS RELEASE

Every figure that the release shows must be the count, rounded as the release says. It ends with 1 and names figures when one is not.
"""

import argparse
import sys
import tomllib
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import duckdb

FORMS = {"01": "wijkteam", "02": "ambulant", "03": "daghulp", "04": "netwerk",
         "11": "pleegzorg", "12": "gezinsgericht", "13": "gesloten", "14": "ander-verblijf"}
ORDERS = {"11": "ots", "12": "vots", "21": "voogdij", "22": "voogdij", "23": "voogdij",
          **dict.fromkeys(("41", "42", "50", "51", "61", "62", "63"), "jeugdreclassering")}
REFERRERS = {"01": "gemeente", "02": "huisarts", "03": "jeugdarts", "04": "gi",
             "05": "specialist", "06": "geen", "07": "onbekend", "08": "rechter"}
# The fewest days of each class.
DURATIONS = ((0, "tot-3-maanden"), (91, "3-tot-6-maanden"), (182, "6-tot-12-maanden"), (365, "1-tot-2-jaar"), (730, "2-tot-3-jaar"),
             (1095, "3-tot-4-jaar"), (1460, "4-jaar-en-langer"))
# And of the days from allocation to start.
WAITS = ((0, "tot-4-weken"), (28, "4-tot-8-weken"), (56, "8-tot-13-weken"), (91, "13-weken-en-langer"))
RANGES = ("korter", "binnen", "langer")
WITH_ORDER = ("met-maatregel", "zonder-maatregel")
LEAVING_AGES = ("tot-en-met-16", "17", "18-en-ouder")
QUESTIONS = ("zonder-hulp-verder", "doelen-gehaald", "problemen-verminderd", "tevreden")
ONE_SIDED, EARLY, ADMINISTRATIVE = ("32", "33"), ("32", "33", "34", "35"), ("20", "36", "37", "38", "39")
# Which reason counts when trajectories that are one end on the same day: the lowest.
RANKS = {"32": 0, "33": 1, "34": 2, "35": 2, "02": 3, "31": 3, **dict.fromkeys(ADMINISTRATIVE, 4), "": 5}
DIMENSIONS = ("zorgvorm", "leeftijd", "verwijzer", "aantal_aanbieders", "kostenklasse", "maatregel", "duurklasse", "vraag",
              "tijd_tot_start", "kader", "met_maatregel", "leeftijd_vertrek")
MARGINS = ((), ("zorgvorm",), ("leeftijd",), ("verwijzer",),
           ("zorgvorm", "leeftijd"), ("zorgvorm", "verwijzer"), ("leeftijd", "verwijzer"),
           ("aantal_aanbieders",), ("zorgvorm", "aantal_aanbieders"), ("kostenklasse",), ("maatregel",), ("leeftijd", "maatregel"),
           ("duurklasse",), ("zorgvorm", "duurklasse"), ("vraag",), ("tijd_tot_start",), ("kader",),
           ("met_maatregel",), ("leeftijd_vertrek",))
# By which each table is published, and how many columns name a cell.
CARE = {"zorgvorm", "leeftijd", "verwijzer", "aantal_aanbieders"}
PUBLISHED = {"gebruik": CARE | {"kostenklasse", "met_maatregel"}, "afgesloten": CARE, "bevolking": {"leeftijd"}, "maatregelen": {"leeftijd", "maatregel"},
             "aanbieders": set(), "duur": {"zorgvorm", "duurklasse"}, "lokaal": {"leeftijd"},
             "uitkomst": {"vraag"}, "overleving": {"duurklasse"}, "toewijzing": {"tijd_tot_start"}, "kader": {"kader"},
             "uit_verblijf": {"leeftijd_vertrek"}, "pgb": set()}
KEY = 2 + len(DIMENSIONS)
MEASURES = {
    "gebruik": ("jeugdigen", "trajecten", "begintrajecten", "instroom", "uitstroom", "kosten", "kosten_kwadraat",
                "begintrajecten_herhaald"),
    "afgesloten": ("jeugdigen_afgesloten", "beeindigd", "reden_bekend", "eenzijdig", "duur_dagen", "duur_kwadraat",
                   "duur_korter_jaar", "gevolgd", "teruggekeerd", "voortijdig"),
    "bevolking": ("inwoners",),
    "maatregelen": ("jeugdigen_maatregel", "maatregelen", "begonnen_maatregelen", "beeindigde_maatregelen",
                    "jeugdigen_maatregel_hulp"),
    "aanbieders": ("aanbieders", "aanbieders_alle_gemeenten", "kosten_alle_gemeenten", "kosten_alle_gemeenten_kwadraat",
                   "kosten_grootste_twaalf", "kosten_grootste_twaalf_kwadraat"),
    "duur": ("afgesloten_trajecten",),
    "lokaal": ("jeugdigen_lokaal_team", "jeugdigen_lokaal_team_en_hulp", "jeugdigen_bekend", "jeugdigen_lokaal_team_afgesloten",
               "afgesloten_lokaal_team", "dagen_lokaal_team", "dagen_lokaal_team_kwadraat"),
    "uitkomst": ("jeugdigen_antwoord", "gevraagd", "beantwoord", "positief"),
    "overleving": ("bereikt", "beeindigd_in_klasse"),
    "toewijzing": ("begonnen_toegewezen",),
    "kader": ("afgesloten_met_kader",),
    "uit_verblijf": ("uit_verblijf",),
    "pgb": ("jeugdigen_pgb", "kosten_pgb", "kosten_pgb_kwadraat"),
}
# Neither rounded nor about youths.
EXACT = ("inwoners", "aanbieders", "aanbieders_alle_gemeenten")


def calendar_days(months):
    """The fewest and the most days from any day to the same day so many months later."""
    spans = []
    for start in range(4 * 365 + 1):
        day = date(2000, 1, 1) + timedelta(start)
        years, month = divmod(day.month - 1 + months, 12)
        last = monthrange(day.year + years, month + 1)[1]
        spans.append((date(day.year + years, month + 1, min(day.day, last)) - day).days)
    return min(spans), max(spans)


def quoted(values):
    return ", ".join(f"'{value}'" for value in values)


def read(db, records, regio):
    """The records and the code lists as tables."""
    for name in ("trajecten", "declaraties", "producten", "bevolking", "maatregelen", "lokale_teams",
                 "uitkomsten", "pgb"):
        db.execute(f"CREATE TABLE {name} AS FROM read_csv('{records / name}.csv', header = true, all_varchar = true)")
    config = tomllib.loads(regio.read_text(encoding="utf-8"))
    whole = {area["code"]: area.get("deel_van") for area in config["gebieden"]}
    pairs = []
    for code in whole:
        above = code
        while above:
            pairs.append((code, above))
            above = whole[above]
    db.execute("CREATE TABLE gebied_deel (gemeente VARCHAR, gebied VARCHAR)")
    db.executemany("INSERT INTO gebied_deel VALUES (?, ?)", pairs)
    db.execute("CREATE TABLE vormen (cbs VARCHAR, zorgvorm VARCHAR)")
    db.executemany("INSERT INTO vormen VALUES (?, ?)", list(FORMS.items()))
    db.execute("CREATE TABLE verwijzers (cbs VARCHAR, verwijzer VARCHAR)")
    db.executemany("INSERT INTO verwijzers VALUES (?, ?)", list(REFERRERS.items()))
    db.execute("CREATE TABLE zorgvorm_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO zorgvorm_deel VALUES (?, ?)", [
        (form, group) for cbs, form in FORMS.items()
        for group in (form, "zonder-verblijf" if cbs < "10" else "met-verblijf")])
    db.execute("CREATE TABLE leeftijd_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO leeftijd_deel VALUES (?, ?)", [
        (age, group) for age in ("0-3", "4-11", "12-17", "18-22")
        for group in ((age, "0-17") if age != "18-22" else (age,))])
    db.execute("CREATE TABLE verwijzer_deel AS SELECT verwijzer AS blad, verwijzer AS lid FROM verwijzers")
    db.execute("CREATE TABLE aantal_aanbieders_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO aantal_aanbieders_deel VALUES (?, ?)", [(count, count) for count in ("1", "2", "3-of-meer")])
    db.execute("CREATE TABLE kostenklasse_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO kostenklasse_deel VALUES (?, ?)", [(cost, cost) for cost in ("tot-10000", "10000-tot-100000", "boven-100000")])
    db.execute("CREATE TABLE duurklasse_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO duurklasse_deel VALUES (?, ?)", [(name, name) for _, name in DURATIONS])
    db.execute("CREATE TABLE tijd_tot_start_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO tijd_tot_start_deel VALUES (?, ?)", [(name, name) for _, name in WAITS])
    db.execute("CREATE TABLE kader_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO kader_deel VALUES (?, ?)", [(name, name) for name in RANGES])
    db.execute("CREATE TABLE met_maatregel_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO met_maatregel_deel VALUES (?, ?)", [(name, name) for name in WITH_ORDER])
    db.execute("CREATE TABLE leeftijd_vertrek_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO leeftijd_vertrek_deel VALUES (?, ?)", [(name, name) for name in LEAVING_AGES])
    # In days, of each form; one of a group holds for the forms without one of their own.
    agreed = {entry["zorgvorm"]: [calendar_days(entry["van_maanden"])[0] if "van_maanden" in entry else 0,
                                  calendar_days(entry["tot_maanden"])[1] + 1 if "tot_maanden" in entry else 10**6]
              for entry in config.get("kader", [])}
    db.execute("CREATE TABLE afspraak (zorgvorm VARCHAR, vanaf BIGINT, tot BIGINT)")
    for cbs, form in FORMS.items():
        days = agreed.get(form) or agreed.get("met-verblijf" if cbs > "10" else "zonder-verblijf")
        if days:
            db.execute("INSERT INTO afspraak VALUES (?, ?, ?)", [form, *days])
    db.execute("CREATE TABLE vraag_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO vraag_deel VALUES (?, ?)", [(question, question) for question in QUESTIONS])
    db.execute("CREATE TABLE maatregelsoorten (cbs VARCHAR, maatregel VARCHAR)")
    db.executemany("INSERT INTO maatregelsoorten VALUES (?, ?)", list(ORDERS.items()))
    db.execute("CREATE TABLE maatregel_deel (blad VARCHAR, lid VARCHAR)")
    db.executemany("INSERT INTO maatregel_deel VALUES (?, ?)", [
        (kind, group) for kind in ("ots", "vots", "voogdij", "jeugdreclassering")
        for group in ((kind,) if kind == "jeugdreclassering" else (kind, "jeugdbescherming"))])
    supplied = [(area["code"], area["lokaal_team_vanaf"]) for area in config["gebieden"] if "lokaal_team_vanaf" in area]
    db.execute("CREATE TABLE levert (gemeente VARCHAR, vanaf INTEGER)")
    db.executemany("INSERT INTO levert VALUES (?, ?)", supplied)
    granting = [(area["code"], area["pgb_vanaf"]) for area in config["gebieden"] if "pgb_vanaf" in area]
    db.execute("CREATE TABLE levert_pgb (gemeente VARCHAR, vanaf INTEGER)")
    db.executemany("INSERT INTO levert_pgb VALUES (?, ?)", granting)
    towns = [area["code"] for area in config["gebieden"] if area["soort"] == "gemeente"]
    db.execute("CREATE TABLE gemeenten (gemeente VARCHAR)")
    db.executemany("INSERT INTO gemeenten VALUES (?)", [(town,) for town in towns])
    db.execute("CREATE TABLE jaren (jaar INTEGER)")
    db.executemany("INSERT INTO jaren VALUES (?)", [(period["jaar"],) for period in config["perioden"]])
    return config["peildatum"]


def derive(db, peildatum):
    """Facts, from the definitions."""
    derive_care(db, peildatum)
    derive_others(db, peildatum)


def derive_care(db, peildatum):
    """Facts of care: trajectory, age, inflow, outflow, one-sided end, return."""
    ranks = " ".join(f"WHEN '{reason}' THEN {rank}" for reason, rank in RANKS.items())
    # A trajectory is person, provider, form and start; those that share a day are one: first start, last end.
    db.execute(f"""
        CREATE TABLE traject AS
        WITH ruw AS (
            SELECT t.toewijzing, t.persoon, t.geboortedatum::DATE AS geboren, t.gemeente, t.aanbieder, z.zorgvorm, v.verwijzer, v.cbs AS vcode,
                t.begin::DATE AS van, least(coalesce(nullif(t.einde, '')::DATE, DATE '9999-01-01'), DATE '9999-01-01') AS tot0,
                coalesce(t.reden_einde, '') AS reden, nullif(t.toegewezen, '')::DATE AS toegewezen,
                CASE coalesce(t.reden_einde, '') {ranks} END AS rang
            FROM trajecten t JOIN producten p USING (product) JOIN vormen z ON z.cbs = p.zorgvorm
            JOIN verwijzers v ON v.cbs = t.verwijzer
        ), geknipt AS (
            SELECT *, CASE WHEN tot0 > DATE '{peildatum}' THEN DATE '9999-01-01' ELSE tot0 END AS tot FROM ruw
        ), eiland AS (
            SELECT *, CASE WHEN van <= max(tot) OVER (PARTITION BY persoon, aanbieder, zorgvorm ORDER BY van, tot
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS nieuw FROM geknipt
        )
        SELECT *, sum(nieuw) OVER (PARTITION BY persoon, aanbieder, zorgvorm ORDER BY van, tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS eiland FROM eiland""")
    db.execute("""
        CREATE TABLE zorg AS
        SELECT row_number() OVER () AS id, * FROM (
            SELECT persoon, aanbieder, zorgvorm, eiland, min(van) AS van, nullif(max(tot), DATE '9999-01-01') AS tot,
                -- Of those that begin on one day the one that ends first, and then the lowest code, says who referred and where.
                first(geboren ORDER BY van, tot, vcode, gemeente) AS geboren, first(gemeente ORDER BY van, tot, vcode, gemeente) AS gemeente,
                first(verwijzer ORDER BY van, tot, vcode, gemeente) AS verwijzer,
                first(reden ORDER BY tot DESC, van, vcode, gemeente, rang) AS reden
            FROM traject GROUP BY persoon, aanbieder, zorgvorm, eiland)""")
    db.execute("""
        CREATE TABLE kosten AS
        SELECT z.id, year(d.kwartaal_begin::DATE) AS jaar, sum((d.bedrag::DECIMAL(18, 2) * 100)::BIGINT) AS centen
        FROM declaraties d JOIN traject t USING (toewijzing)
        JOIN zorg z ON (z.persoon, z.aanbieder, z.zorgvorm, z.eiland) = (t.persoon, t.aanbieder, t.zorgvorm, t.eiland)
        GROUP BY ALL""")
    db.execute(f"""
        CREATE TABLE beloop AS
        SELECT z.*,
            NOT EXISTS (FROM zorg a WHERE a.persoon = z.persoon AND a.van < z.van
                AND (a.tot IS NULL OR a.tot >= z.van - INTERVAL 12 MONTH)) AS instroom,
            EXISTS (FROM zorg a WHERE a.persoon = z.persoon AND a.tot < z.van - 1 AND a.tot >= z.van - INTERVAL 60 MONTH
                AND a.reden NOT IN ({quoted(ADMINISTRATIVE)})) AS eerder,
            z.tot IS NOT NULL AND z.reden NOT IN ({quoted(ADMINISTRATIVE)}) AS eindigt,
            z.tot IS NOT NULL AND z.reden NOT IN ({quoted(ADMINISTRATIVE)})
                AND NOT EXISTS (FROM zorg a WHERE a.persoon = z.persoon AND a.van <= z.tot + 1
                    AND (a.tot IS NULL OR a.tot > z.tot)) AS alle_zorg_stopt,
            (SELECT min(a.van) FROM zorg a WHERE a.persoon = z.persoon AND a.van > z.tot AND a.van <= DATE '{peildatum}') AS terug
        FROM zorg z""")
    # Age on the last day of the year; over 22 nobody receives youth care.
    # How many providers gave a person care in a year, wherever and whatever.
    db.execute("""
        CREATE TABLE aanbieders AS
        SELECT z.persoon, j.jaar, CASE count(DISTINCT z.aanbieder) WHEN 1 THEN '1' WHEN 2 THEN '2' ELSE '3-of-meer' END AS aantal_aanbieders
        FROM zorg z JOIN jaren j ON z.van <= make_date(j.jaar, 12, 31) AND (z.tot IS NULL OR z.tot >= make_date(j.jaar, 1, 1))
        GROUP BY ALL""")
    db.execute(f"""
        CREATE TABLE per_jaar AS
        SELECT *, CASE WHEN jaren_oud < 4 THEN '0-3' WHEN jaren_oud < 12 THEN '4-11' WHEN jaren_oud < 18 THEN '12-17'
            ELSE '18-22' END AS leeftijd
        FROM (SELECT b.*, j.jaar, a.aantal_aanbieders, greatest(date_sub('year', b.geboren, make_date(j.jaar, 12, 31)), 0) AS jaren_oud
            FROM beloop b JOIN jaren j ON b.van <= make_date(j.jaar, 12, 31)
                AND (b.tot IS NULL OR b.tot >= make_date(j.jaar, 1, 1))
            JOIN aanbieders a USING (persoon, jaar))
        WHERE jaren_oud <= 22""")
    db.execute("""
        CREATE TABLE feit_gebruik AS
        WITH alles AS (
        SELECT p.jaar, p.persoon, p.gemeente, p.zorgvorm, p.leeftijd, p.verwijzer, p.aantal_aanbieders,
            p.aanbieder, year(p.van) = p.jaar AS begonnen,
            year(p.van) = p.jaar AND p.instroom AS nieuw, year(p.van) = p.jaar AND p.eerder AS opnieuw,
            coalesce(year(p.tot) = p.jaar, false) AND p.alle_zorg_stopt
                AND (p.terug IS NULL OR p.terug > p.tot + INTERVAL 3 MONTH) AS weg,
            coalesce(floor((k.centen + 50) / 100), 0)::BIGINT AS euro
        FROM per_jaar p LEFT JOIN kosten k USING (id, jaar)),
        -- What all care of a person cost in the year, wherever and whatever.
        bedrag AS (SELECT jaar, persoon, sum(greatest(euro, 0)) AS samen FROM alles GROUP BY ALL)
        SELECT *, CASE WHEN EXISTS (FROM maatregelen m WHERE m.persoon = alles.persoon AND year(m.begin::DATE) <= alles.jaar
                AND (coalesce(m.einde, '') = '' OR year(m.einde::DATE) >= alles.jaar)) THEN 'met-maatregel' ELSE 'zonder-maatregel' END
            AS met_maatregel, CASE WHEN samen <= 10000 THEN 'tot-10000' WHEN samen <= 100000 THEN '10000-tot-100000' ELSE 'boven-100000' END
            AS kostenklasse
        FROM alles JOIN bedrag USING (jaar, persoon)""")
    db.execute(f"""
        CREATE TABLE feit_afgesloten AS
        SELECT id, jaar, persoon, gemeente, zorgvorm, leeftijd, verwijzer, aantal_aanbieders, reden <> '' AS bekend,
            reden IN ({quoted(ONE_SIDED)}) AS eenzijdig, reden IN ({quoted(EARLY)}) AS voortijdig, date_diff('day', van, tot) + 1 AS dagen,
            alle_zorg_stopt AND tot + INTERVAL 12 MONTH <= DATE '{peildatum}' AS gevolgd,
            terug IS NOT NULL AND terug <= tot + INTERVAL 12 MONTH AS terug
        FROM per_jaar WHERE eindigt AND year(tot) = jaar""")
    # Who left residential care: on the day after there is no other, and none begins in three months; of two ends in a year the last.
    db.execute(f"""
        CREATE TABLE feit_uit_verblijf AS
        WITH verblijf AS (SELECT * FROM zorg WHERE zorgvorm IN (SELECT blad FROM zorgvorm_deel WHERE lid = 'met-verblijf')),
        weg AS (
            SELECT p.jaar, p.persoon, p.gemeente, p.tot, date_sub('year', p.geboren, p.tot) AS oud,
                row_number() OVER (PARTITION BY p.jaar, p.persoon ORDER BY p.tot DESC, p.van DESC, p.aanbieder DESC) AS nummer
            FROM per_jaar p
            WHERE p.eindigt AND year(p.tot) = p.jaar AND p.zorgvorm IN (SELECT DISTINCT zorgvorm FROM verblijf)
                AND NOT EXISTS (FROM verblijf a WHERE a.persoon = p.persoon AND a.van <= p.tot AND (a.tot IS NULL OR a.tot > p.tot))
                AND NOT EXISTS (FROM verblijf a WHERE a.persoon = p.persoon AND a.van > p.tot
                    AND a.van <= least(p.tot + INTERVAL 3 MONTH, DATE '{peildatum}')))
        SELECT jaar, persoon, gemeente, CASE WHEN oud < 17 THEN 'tot-en-met-16' WHEN oud = 17 THEN '17' ELSE '18-en-ouder' END AS leeftijd_vertrek
        FROM weg WHERE nummer = 1""")
    classes = " ".join(f"WHEN dagen >= {least} THEN '{name}'" for least, name in reversed(DURATIONS))
    # Asked at the end: of the allocations that are one trajectory those that end last, and of two answers to one question the yes.
    db.execute(f"""
        CREATE TABLE feit_uitkomst AS
        SELECT a.jaar, a.persoon, a.gemeente, u.vraag, bool_or(coalesce(u.antwoord, '') <> '') AS antwoord,
            bool_or(coalesce(u.antwoord, '') = 'ja') AS ja
        FROM feit_afgesloten a JOIN zorg z USING (id)
        JOIN traject t ON (t.persoon, t.aanbieder, t.zorgvorm, t.eiland, t.tot) = (z.persoon, z.aanbieder, z.zorgvorm, z.eiland, z.tot)
        JOIN uitkomsten u USING (toewijzing)
        WHERE t.reden NOT IN ({quoted(ADMINISTRATIVE)})
        GROUP BY a.id, a.jaar, a.persoon, a.gemeente, u.vraag""")
    # Followed to the end of the last year, and of the last in which somebody is 22; a class is reached by its fewest days.
    limits = ", ".join(f"({least}, {after[0] if after else 'NULL'}, '{name}')"
                       for (least, name), after in zip(DURATIONS, (*DURATIONS[1:], None), strict=True))
    db.execute(f"""
        CREATE TABLE feit_overleving AS
        WITH gevolgd AS (
            SELECT *, least((SELECT make_date(max(jaar), 12, 31) FROM jaren), make_date(year(geboren) + 22, 12, 31), DATE '{peildatum}') AS tot_en_met
            FROM per_jaar WHERE year(van) = jaar
        ), dagen AS (
            SELECT *, date_diff('day', van, least(coalesce(tot, DATE '9999-01-01'), tot_en_met)) + 1 AS dagen,
                coalesce(eindigt AND tot <= tot_en_met, false) AS geeindigd
            FROM gevolgd
        )
        SELECT jaar, persoon, gemeente, duurklasse, geeindigd AND (volgende IS NULL OR dagen < volgende) AS geeindigd
        FROM dagen JOIN (VALUES {limits}) AS k(minst, volgende, duurklasse) ON dagen >= minst""")
    # Of the allocations with which it began the first that is known; care that had begun before did not wait.
    waits = " ".join(f"WHEN dagen >= {least} THEN '{name}'" for least, name in reversed(WAITS[1:]))
    db.execute(f"""
        CREATE TABLE feit_toewijzing AS
        SELECT jaar, persoon, gemeente, CASE {waits} ELSE '{WAITS[0][1]}' END AS tijd_tot_start
        FROM (SELECT p.jaar, p.id, p.persoon, p.gemeente, max(date_diff('day', t.toegewezen, p.van)) AS dagen
            FROM per_jaar p JOIN traject t
                ON (t.persoon, t.aanbieder, t.zorgvorm, t.eiland, t.van) = (p.persoon, p.aanbieder, p.zorgvorm, p.eiland, p.van)
            WHERE year(p.van) = p.jaar AND t.toegewezen BETWEEN DATE '2000-01-01' AND DATE '{peildatum}'
            GROUP BY ALL)""")
    db.execute("""
        CREATE TABLE feit_kader AS
        SELECT jaar, persoon, gemeente, CASE WHEN dagen < vanaf THEN 'korter' WHEN dagen < tot THEN 'binnen' ELSE 'langer' END AS kader
        FROM feit_afgesloten JOIN afspraak USING (zorgvorm)""")
    db.execute(f"CREATE TABLE feit_duur AS SELECT *, CASE {classes} END AS duurklasse FROM feit_afgesloten")


def derive_others(db, peildatum):
    """Facts of orders, local teams, providers and inhabitants."""
    # Orders of one person and kind that share a day are one. In care: in the same year and municipality.
    db.execute(f"""
        CREATE TABLE feit_maatregelen AS
        WITH ruw AS (
            SELECT persoon, geboortedatum::DATE AS geboren, gemeente, s.maatregel, begin::DATE AS van,
                CASE WHEN nullif(einde, '')::DATE <= DATE '{peildatum}' THEN einde::DATE ELSE DATE '9999-01-01' END AS tot
            FROM maatregelen m JOIN maatregelsoorten s ON s.cbs = m.maatregel
        ), eiland AS (
            SELECT *, sum(nieuw) OVER (PARTITION BY persoon, maatregel ORDER BY van, tot
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS eiland
            FROM (SELECT *, CASE WHEN van <= max(tot) OVER (PARTITION BY persoon, maatregel ORDER BY van, tot
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS nieuw FROM ruw)
        ), heel AS (
            SELECT persoon, maatregel, min(geboren) AS geboren, first(gemeente ORDER BY van, tot, gemeente) AS gemeente,
                min(van) AS van, max(tot) AS tot
            FROM eiland GROUP BY persoon, maatregel, eiland
        ), oud AS (
            SELECT h.*, j.jaar, greatest(date_sub('year', h.geboren, make_date(j.jaar, 12, 31)), 0) AS jaren_oud
            FROM heel h JOIN jaren j ON h.van <= make_date(j.jaar, 12, 31) AND h.tot >= make_date(j.jaar, 1, 1)
        )
        SELECT jaar, persoon, gemeente, maatregel, CASE WHEN jaren_oud < 4 THEN '0-3' WHEN jaren_oud < 12 THEN '4-11'
                WHEN jaren_oud < 18 THEN '12-17' ELSE '18-22' END AS leeftijd,
            year(van) = jaar AS begonnen, year(tot) = jaar AS geeindigd,
            EXISTS (FROM per_jaar p WHERE (p.jaar, p.persoon, p.gemeente) = (oud.jaar, oud.persoon, oud.gemeente)) AS hulp
        FROM oud WHERE jaren_oud <= 22""")
    # Help of local teams: of one person and municipality that share a day are one; whoever is in care of another form than that of a
    # neighbourhood team in the same year and municipality is known too. Only where and from when a municipality supplies it.
    db.execute(f"""
        CREATE TABLE feit_lokaal AS
        WITH ruw AS (
            SELECT persoon, geboortedatum::DATE AS geboren, gemeente, begin::DATE AS van,
                CASE WHEN nullif(einde, '')::DATE <= DATE '{peildatum}' THEN einde::DATE ELSE DATE '9999-01-01' END AS tot
            FROM lokale_teams
        ), eiland AS (
            SELECT *, sum(nieuw) OVER (PARTITION BY persoon, gemeente ORDER BY van, tot
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS eiland
            FROM (SELECT *, CASE WHEN van <= max(tot) OVER (PARTITION BY persoon, gemeente ORDER BY van, tot
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS nieuw FROM ruw)
        ), heel AS (
            SELECT persoon, gemeente, min(geboren) AS geboren, min(van) AS van, max(tot) AS tot FROM eiland GROUP BY persoon, gemeente, eiland
        ), hulp AS (
            SELECT j.jaar, persoon, gemeente, greatest(date_sub('year', geboren, make_date(j.jaar, 12, 31)), 0) AS jaren_oud,
                CASE WHEN year(tot) = j.jaar THEN date_diff('day', van, tot) + 1 END AS dagen
            FROM heel h JOIN levert l USING (gemeente)
            JOIN jaren j ON j.jaar >= l.vanaf AND h.van <= make_date(j.jaar, 12, 31) AND h.tot >= make_date(j.jaar, 1, 1)
        ), zorgt AS (
            SELECT DISTINCT p.jaar, p.persoon, p.gemeente, p.leeftijd FROM per_jaar p JOIN levert l USING (gemeente)
            WHERE p.jaar >= l.vanaf AND p.zorgvorm <> 'wijkteam'
        ), geholpen AS (
            SELECT jaar, persoon, gemeente, CASE WHEN any_value(jaren_oud) < 4 THEN '0-3' WHEN any_value(jaren_oud) < 12 THEN '4-11'
                    WHEN any_value(jaren_oud) < 18 THEN '12-17' ELSE '18-22' END AS leeftijd,
                count(dagen) AS keer, coalesce(sum(dagen), 0) AS dagen, coalesce(sum(dagen * dagen), 0) AS kwadraat
            FROM hulp WHERE jaren_oud <= 22 GROUP BY ALL
        )
        SELECT jaar, persoon, gemeente, coalesce(g.leeftijd, z.leeftijd) AS leeftijd, g.persoon IS NOT NULL AS lokaal,
            g.persoon IS NOT NULL AND z.persoon IS NOT NULL AS beide, coalesce(keer, 0) AS keer, coalesce(dagen, 0) AS dagen,
            coalesce(kwadraat, 0) AS kwadraat
        FROM geholpen g FULL JOIN zorgt z USING (jaar, persoon, gemeente)""")
    # Providers: everywhere when there is no town without them; among the largest when fewer than twelve declared more.
    db.execute("""
        CREATE TABLE feit_aanbieders AS
        WITH declareert AS (SELECT jaar, aanbieder, sum(euro) AS euro FROM feit_gebruik GROUP BY ALL)
        SELECT g.jaar, g.gemeente, g.persoon, g.aanbieder, g.euro,
            NOT EXISTS (FROM gemeenten t WHERE NOT EXISTS (FROM feit_gebruik o
                WHERE (o.jaar, o.aanbieder, o.gemeente) = (g.jaar, g.aanbieder, t.gemeente))) AS overal,
            (SELECT count(*) FROM declareert d WHERE d.jaar = g.jaar AND d.euro > e.euro) < 12 AS groot
        FROM feit_gebruik g JOIN declareert e USING (jaar, aanbieder)""")
    db.execute("""
        CREATE TABLE feit_pgb AS
        SELECT p.jaar::INTEGER AS jaar, p.persoon, p.gemeente, greatest(round(p.besteed::DECIMAL(18, 2))::BIGINT, 1) AS euro
        FROM pgb p JOIN levert_pgb l USING (gemeente)
        WHERE p.jaar::INTEGER >= l.vanaf AND p.jaar::INTEGER IN (SELECT jaar FROM jaren) AND p.besteed::DECIMAL(18, 2) > 0""")
    db.execute("""
        CREATE TABLE feit_bevolking AS
        SELECT jaar::INTEGER AS jaar, gemeente, CASE WHEN leeftijd::INTEGER < 4 THEN '0-3' WHEN leeftijd::INTEGER < 12 THEN '4-11'
            WHEN leeftijd::INTEGER < 18 THEN '12-17' ELSE '18-22' END AS leeftijd, inwoners::BIGINT AS inwoners
        FROM bevolking WHERE leeftijd::INTEGER <= 22 AND jaar::INTEGER IN (SELECT jaar FROM jaren)""")


PERSONS = {
    "gebruik": """persoon, count(*) AS a, sum(begonnen::INT) AS b, max(nieuw::INT) AS c, max(weg::INT) AS d, sum(euro) AS e,
        sum(opnieuw::INT) AS f""",
    "afgesloten": """persoon, count(*) AS a, sum(bekend::INT) AS b, sum(eenzijdig::INT) AS c, sum(dagen) AS d,
        sum(dagen * dagen) AS e, sum((dagen < 365)::INT) AS f, max(gevolgd::INT) AS g, max((gevolgd AND terug)::INT) AS h,
        sum(voortijdig::INT) AS i""",
    "maatregelen": "persoon, count(*) AS a, sum(begonnen::INT) AS b, sum(geeindigd::INT) AS c, max(hulp::INT) AS d",
    "duur": "persoon, count(*) AS a",
    "lokaal": """persoon, max(lokaal::INT) AS a, max(beide::INT) AS b, sum(keer) AS c, sum(dagen) AS d, sum(kwadraat) AS e""",
    "uitkomst": "persoon, count(*) AS a, sum(antwoord::INT) AS b, sum(ja::INT) AS c",
    "overleving": "persoon, count(*) AS a, sum(geeindigd::INT) AS b",
    "toewijzing": "persoon, count(*) AS a",
    "kader": "persoon, count(*) AS a",
    "uit_verblijf": "persoon, count(*) AS a",
    "pgb": "persoon, sum(euro) AS a",
}
CELLS = {
    "gebruik": "count(*), sum(a), sum(b), sum(c), sum(d), sum(e), sum(e * e), sum(f)",
    "afgesloten": "count(*), sum(a), sum(b), sum(c), sum(d), sum(e), sum(f), sum(g), sum(h), sum(i)",
    "maatregelen": "count(*), sum(a), sum(b), sum(c), sum(d)",
    "duur": "sum(a)",
    "lokaal": "sum(a), sum(b), count(*), sum((c > 0)::INT), sum(c), sum(d), sum(e)",
    "uitkomst": "sum((b > 0)::INT), sum(a), sum(b), sum(c)",
    "overleving": "sum(a), sum(b)",
    "toewijzing": "sum(a)",
    "kader": "sum(a)",
    "uit_verblijf": "count(DISTINCT persoon)",
    "pgb": "count(*), sum(a), sum(a * a)",
}


def margins(table):
    """The margins by which a table is counted."""
    return [margin for margin in MARGINS if set(margin) <= PUBLISHED[table]]


def cells_sql(table, margin):
    """The query for every cell of a margin in which somebody falls, with its measures."""
    names = ["f.jaar", "g.gebied"] + [f"{d}_deel.lid" if d in margin else "'totaal'" for d in DIMENSIONS]
    joins = "".join(f" JOIN {d}_deel ON {d}_deel.blad = f.{d}" for d in margin)
    source = f"FROM feit_{table} f JOIN gebied_deel g ON g.gemeente = f.gemeente{joins}"
    key = ", ".join(f"{name} AS k{nth}" for nth, name in enumerate(names))
    columns = ", ".join(f"k{nth}" for nth in range(KEY))
    if table == "bevolking":
        return f"SELECT {key}, sum(inwoners) {source} GROUP BY ALL"
    if table == "aanbieders":
        return f"""WITH p AS (SELECT {key}, persoon, list_distinct(list(aanbieder)) AS alle,
                list_distinct(list(aanbieder) FILTER (overal)) AS hier, coalesce(sum(euro) FILTER (overal), 0) AS a,
                coalesce(sum(euro) FILTER (groot), 0) AS b {source} GROUP BY ALL)
            SELECT {columns}, len(list_distinct(flatten(list(alle)))), len(list_distinct(flatten(list(coalesce(hier, []))))),
                sum(a), sum(a * a), sum(b), sum(b * b) FROM p GROUP BY {columns}"""
    return f"""WITH p AS (SELECT {key}, {PERSONS[table]} {source} GROUP BY ALL)
        SELECT {columns}, {CELLS[table]} FROM p GROUP BY {columns}"""


def cells(db, table):
    """Every cell in which somebody falls, with its measures."""
    found = {}
    for margin in margins(table):
        for row in db.execute(cells_sql(table, margin)).fetchall():
            found[tuple(map(str, row[:KEY]))] = tuple(int(value) for value in row[KEY:])
    return found


def rounded(db, folder):
    """Figures that a release shows and that are not the count, rounded as the release says."""
    policy = tomllib.loads((folder / "regio.toml").read_text(encoding="utf-8"))["onthulling"]
    steps = {"duur_dagen": policy["afronding_dagen"], "dagen_lokaal_team": policy["afronding_dagen"], **dict.fromkeys(EXACT, 1),
             **dict.fromkeys(("kosten", "kosten_alle_gemeenten", "kosten_grootste_twaalf", "kosten_pgb"), policy["afronding_euro"])}
    wrong, compared = [], 0
    for table, measures in MEASURES.items():
        ours = cells(db, table)
        zeros = (0,) * len(measures)
        for path in sorted(folder.glob(f"{table}-*.parquet")):
            present = {name for name, *_ in db.execute(f"DESCRIBE FROM read_parquet('{path}')").fetchall()}
            names = [name if name in present else "'totaal'" for name in DIMENSIONS]
            columns = ", ".join(["periode", "gebied", *names, *measures])
            for row in db.execute(f"SELECT {columns} FROM read_parquet('{path}')").fetchall():
                counted = ours.get(row[:KEY], zeros)
                for measure, count, shown in zip(measures, counted, row[KEY:]):
                    if shown is None or measure.endswith("kwadraat"):
                        continue
                    compared += 1
                    if abs(count - shown) * 2 > steps.get(measure, policy["afronding_aantal"]):
                        wrong.append(f"{table} {' '.join(row[:KEY])} {measure}: counted {count}, shown {shown}")
    return wrong, compared


def identities(db):
    """Cells in which a count is impossible: stock and flow, and a union of persons between its largest part and their sum."""
    wrong = []
    stock = db.execute("""
        SELECT jaar, gemeente, zorgvorm,
            count(*) FILTER (van < make_date(jaar, 1, 1)) AS begin_stand, count(*) FILTER (year(van) = jaar) AS erbij,
            count(*) FILTER (coalesce(year(tot) = jaar, false)) AS eraf,
            count(*) FILTER (tot IS NULL OR year(tot) > jaar) AS eind_stand
        FROM per_jaar GROUP BY ALL""").fetchall()
    wrong += [f"stock and flow: {row}" for row in stock if row[3] + row[4] - row[5] != row[6]]
    for table in ("gebruik", "afgesloten", "maatregelen"):
        found = cells(db, table)
        for place, dimension in enumerate(DIMENSIONS, start=2):
            leaves = {row[0] for row in db.execute(f"SELECT DISTINCT blad FROM {dimension}_deel").fetchall()}
            parts = {}
            for key, values in found.items():
                if key[place] in leaves:
                    parts.setdefault(key[:place] + ("totaal",) + key[place + 1:], []).append(values[0])
            for key, persons in parts.items():
                if key in found and not max(persons) <= found[key][0] <= sum(persons):
                    wrong.append(f"{table} {' '.join(key)}: {found[key][0]} persons, {persons} by {dimension}")
    return wrong


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("records", type=Path)
    arguments.add_argument("release", type=Path)
    given = arguments.parse_args()
    db = duckdb.connect()
    derive(db, read(db, given.records, given.release / "regio.toml"))
    wrong, compared = rounded(db, given.release)
    wrong += identities(db)
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    print(f"{compared} figures compared, {len(wrong)} differ")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
