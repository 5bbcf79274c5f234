"""The tables about care with Polars: the same definitions with sorted joins and windows instead of subqueries."""

import sys
import tomllib
from datetime import date
from pathlib import Path

import polars as pl

sys.path.insert(0, str(Path(__file__).parents[2] / "recount"))
from recount import ADMINISTRATIVE, DIMENSIONS, DURATIONS, EARLY, FORMS, ONE_SIDED, RANKS, REFERRERS, margins

from care import TABLES

# Care that runs on ends here.
OPEN = date(9999, 1, 1)


def count(records, regio):
    """Every cell of each table, as rows of its name and its measures."""
    config = tomllib.loads(regio.read_text(encoding="utf-8"))
    reference = date.fromisoformat(config["peildatum"])
    years = [period["jaar"] for period in config["perioden"]]
    rows, care = trajectories(records, reference)
    yearly = by_year(care, years)
    facts = {"gebruik": in_care(yearly, cost(records, rows))}
    facts["afgesloten"] = ended(yearly, reference)
    facts["duur"] = facts["afgesloten"].with_columns(duurklasse=by_class(pl.col("dagen"), DURATIONS))
    groups = groups_of(config)
    return {table: cells(table, facts[table], groups) for table in TABLES}


def read(records, name):
    return pl.read_csv(records / f"{name}.csv", infer_schema=False)


def trajectories(records, reference):
    """Rows with the number of the trajectory that they are part of, and those trajectories."""
    day = lambda name: pl.col(name).str.to_date("%Y-%m-%d")
    rows = (
        read(records, "trajecten")
        .join(read(records, "producten").select("product", cbs="zorgvorm"), on="product")
        .select(
            "toewijzing", "gemeente", "aanbieder",
            # Numbers are sorted and grouped faster than keys.
            persoon=pl.col("persoon").cast(pl.Categorical).to_physical(),
            geboren=day("geboortedatum"), van=day("begin"), tot=day("einde").fill_null(OPEN),
            reden=pl.col("reden_einde").fill_null(""), vcode="verwijzer",
            zorgvorm=pl.col("cbs").replace_strict(FORMS), verwijzer=pl.col("verwijzer").replace_strict(REFERRERS),
        )
        .with_columns(
            tot=pl.when(pl.col("tot") > reference).then(pl.lit(OPEN)).otherwise("tot"),
            rang=pl.col("reden").replace_strict(RANKS),
        )
        .sort("persoon", "aanbieder", "zorgvorm", "van", "tot", "vcode", "gemeente")
    )
    one = ["persoon", "aanbieder", "zorgvorm"]
    before = pl.col("tot").cum_max().shift(1).over(one)
    rows = rows.with_columns(id=((before.is_null() | (pl.col("van") > before)).cum_sum()))
    care = (
        rows.group_by("id", maintain_order=True)
        .agg(
            pl.col("persoon", "aanbieder", "zorgvorm", "geboren", "gemeente", "verwijzer", "van").first(),
            tot=pl.col("tot").max(),
            reden=pl.col("reden").sort_by("tot", "van", "vcode", "gemeente", "rang", descending=[True, False, False, False, False]).first(),
        )
        .with_columns(stopt=(pl.col("tot") < OPEN) & ~pl.col("reden").is_in(ADMINISTRATIVE))
    )
    return rows.select("toewijzing", "id"), histories(care, reference)


def histories(care, reference):
    """Trajectories in the light of what else a person had."""
    care = care.sort("persoon", "van")
    # Until when anything ran that began on a day or before, by person and day.
    until = care.group_by("persoon", "van").agg(tot=pl.col("tot").max()).sort("persoon", "van").with_columns(
        until=pl.col("tot").cum_max().over("persoon")).with_columns(eerst=pl.col("until").shift(1).over("persoon"))
    care = care.join(until.select("persoon", "van", "eerst"), on=["persoon", "van"])
    until = until.sort("van").select("persoon", "van", "until")
    ends = care.filter(~pl.col("reden").is_in(ADMINISTRATIVE), pl.col("tot") < OPEN).select("persoon", laatst="tot").sort("laatst")
    asof = dict(by="persoon", check_sortedness=False)
    care = (
        care.with_columns(eerder_tot=pl.col("van") - pl.duration(days=2))
        .sort("eerder_tot")
        .join_asof(ends, left_on="eerder_tot", right_on="laatst", strategy="backward", **asof)
        .with_columns(daarna=pl.when(pl.col("tot") < OPEN).then(pl.col("tot") + pl.duration(days=1)).otherwise("tot"))
        .sort("daarna")
        .join_asof(until, left_on="daarna", right_on="van", strategy="backward", suffix="_until", **asof)
        .join_asof(until.select("persoon", terug="van"), left_on="daarna", right_on="terug", strategy="forward", **asof)
    )
    return care.with_columns(
        instroom=pl.col("eerst").is_null() | (pl.col("eerst") < pl.col("van").dt.offset_by("-12mo")),
        eerder=(pl.col("laatst") >= pl.col("van").dt.offset_by("-60mo")).fill_null(False),
        alle_zorg_stopt=pl.col("stopt") & (pl.col("until") <= pl.col("tot")),
        terug=pl.when(pl.col("terug") <= reference).then("terug"),
    )


def cost(records, rows):
    """Declared cents by trajectory and year."""
    return (
        read(records, "declaraties")
        .select(
            "toewijzing",
            jaar=pl.col("kwartaal_begin").str.slice(0, 4).cast(pl.Int32),
            centen=pl.col("bedrag").str.replace(".", "", literal=True).cast(pl.Int64),
        )
        .join(rows, on="toewijzing")
        .group_by("id", "jaar")
        .agg(pl.col("centen").sum())
    )


def by_class(number, classes):
    """The name of the last class whose least number is not above it."""
    chosen = pl.lit(classes[0][1])
    for least, name in classes[1:]:
        chosen = pl.when(number >= least).then(pl.lit(name)).otherwise(chosen)
    return chosen


def by_year(care, years):
    """Trajectories in every year in which they ran, with the age and the number of providers then."""
    first, last = pl.col("van").dt.year().clip(lower_bound=min(years)), pl.col("tot").dt.year().clip(upper_bound=max(years))
    yearly = (
        care.with_columns(jaar=pl.int_ranges(first, last + 1))
        .explode("jaar", empty_as_null=False)
        .with_columns(pl.col("jaar").cast(pl.Int32))
        .with_columns(
            aantal=pl.col("aanbieder").n_unique().over("persoon", "jaar"),
            oud=(pl.col("jaar") - pl.col("geboren").dt.year()).clip(lower_bound=0),
        )
        .filter(pl.col("oud") <= 22)
    )
    return yearly.with_columns(
        leeftijd=by_class(pl.col("oud"), ((0, "0-3"), (4, "4-11"), (12, "12-17"), (18, "18-22"))),
        aantal_aanbieders=by_class(pl.col("aantal"), ((1, "1"), (2, "2"), (3, "3-of-meer"))),
    )


def in_care(yearly, costs):
    begun, stopped = pl.col("van").dt.year() == pl.col("jaar"), pl.col("tot").dt.year() == pl.col("jaar")
    gone = pl.col("terug").is_null() | (pl.col("terug") > pl.col("tot").dt.offset_by("3mo"))
    return (
        yearly.join(costs, on=["id", "jaar"], how="left")
        .select(
            "jaar", "persoon", "gemeente", "zorgvorm", "leeftijd", "verwijzer", "aantal_aanbieders",
            begonnen=begun, nieuw=begun & pl.col("instroom"), opnieuw=begun & pl.col("eerder"),
            weg=stopped & pl.col("alle_zorg_stopt") & gone, euro=((pl.col("centen") + 50) // 100).fill_null(0),
        )
        .with_columns(samen=pl.col("euro").clip(lower_bound=0).sum().over("persoon", "jaar"))
        .with_columns(kostenklasse=by_class(pl.col("samen"), ((0, "tot-10000"), (10001, "10000-tot-100000"), (100001, "boven-100000"))))
    )


def ended(yearly, reference):
    year_later = pl.col("tot").dt.offset_by("12mo")
    return yearly.filter(pl.col("stopt"), pl.col("tot").dt.year() == pl.col("jaar")).select(
        "jaar", "persoon", "gemeente", "zorgvorm", "leeftijd", "verwijzer", "aantal_aanbieders",
        bekend=pl.col("reden") != "", eenzijdig=pl.col("reden").is_in(ONE_SIDED), voortijdig=pl.col("reden").is_in(EARLY),
        dagen=(pl.col("tot") - pl.col("van")).dt.total_days() + 1,
        gevolgd=pl.col("alle_zorg_stopt") & (year_later <= reference),
        terug=(pl.col("terug") <= year_later).fill_null(False),
    )


def groups_of(config):
    """By dimension, every member with what it is part of, itself included."""
    whole = {area["code"]: area.get("deel_van") for area in config["gebieden"]}
    pairs = {"gemeente": [], "zorgvorm": [], "leeftijd": []}
    for code in whole:
        above = code
        while above:
            pairs["gemeente"].append((code, above))
            above = whole[above]
    for cbs, form in FORMS.items():
        pairs["zorgvorm"] += [(form, form), (form, "zonder-verblijf" if cbs < "10" else "met-verblijf")]
    for age in ("0-3", "4-11", "12-17", "18-22"):
        pairs["leeftijd"] += [(age, age)] + ([(age, "0-17")] if age != "18-22" else [])
    return {name: pl.DataFrame(rows, schema=[name, "lid"], orient="row").lazy() for name, rows in pairs.items()}


SUM, ANY, ROWS = "sum", "max", "len"
PERSON = {
    "gebruik": {"a": (ROWS, None), "b": (SUM, "begonnen"), "c": (ANY, "nieuw"), "d": (ANY, "weg"), "e": (SUM, "euro"), "f": (SUM, "opnieuw")},
    "afgesloten": {"a": (ROWS, None), "b": (SUM, "bekend"), "c": (SUM, "eenzijdig"), "d": (SUM, "dagen"), "e": (SUM, "kwadraat"),
                   "f": (SUM, "kort"), "g": (ANY, "gevolgd"), "h": (ANY, "is_terug"), "i": (SUM, "voortijdig")},
    "duur": {"a": (ROWS, None)},
}
CELL = {
    "gebruik": ["persons", "a", "b", "c", "d", "e", "squares", "f"],
    "afgesloten": ["persons", "a", "b", "c", "d", "e", "f", "g", "h", "i"],
    "duur": ["a"],
}


def cells(table, facts, groups):
    if table == "afgesloten":
        facts = facts.with_columns(kwadraat=pl.col("dagen") ** 2, kort=pl.col("dagen") < 365, is_terug=pl.col("gevolgd") & pl.col("terug"))
    facts = facts.lazy().with_columns(pl.selectors.boolean().cast(pl.Int64))
    queries = []
    for margin in margins(table):
        rows = facts.join(groups["gemeente"].select("gemeente", gebied="lid"), on="gemeente")
        for dimension in margin:
            if dimension in groups:
                group = groups[dimension].rename({dimension: "blad", "lid": dimension})
                rows = rows.rename({dimension: "blad"}).join(group, on="blad").drop("blad")
        cell = ["jaar", "gebied", *margin]
        parts = {
            name: pl.len().cast(pl.Int64) if how == ROWS else getattr(pl.col(column), how)()
            for name, (how, column) in PERSON[table].items()
        }
        measures = {name: pl.col(name).sum() for name in parts} | {"persons": pl.len().cast(pl.Int64), "squares": pl.col("e").pow(2).sum()}
        queries.append(
            rows.group_by(*cell, "persoon").agg(**parts)
            .group_by(*cell).agg(**{f"m{place}": measures[name] for place, name in enumerate(CELL[table])})
            .select("jaar", "gebied", *(pl.col(d).cast(pl.String) if d in margin else pl.lit("totaal").alias(d) for d in DIMENSIONS),
                    *(f"m{place}" for place in range(len(CELL[table]))))
        )
    return [row for found in pl.collect_all(queries) for row in found.rows()]
