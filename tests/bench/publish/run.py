"""Measures publishing against DuckDB and Polars, in one run over the same records. Usage:

    run.py --program regiovisie --regio data/regio.toml --work FOLDER [--scale N...] [--rounds N] [--alone]

The peers read the records, derive who was in care, came, left and what ended, and count every cell of the three tables about care. The program
does that for all tables, holds every row against its rules besides, and says when it begins to protect what it counted: up to there it does what
they do, and more. What follows is measured too, but for the attack on what was written.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
PEERS = ("duckdb", "polars")
WHAT = {
    "check": "check",
    "counted": "publish, until all is counted",
    "unattacked": "publish, until it is written",
    "publish": "publish --quick, with the attack in short",
    "duckdb": "DuckDB, the tables about care",
    "polars": "Polars, the tables about care",
}


def timed(command):
    """Wall and processor time in seconds and the most memory in MB of a command, and what it printed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nfailed:\n{said[-2000:]}")
    return {"wall": time.perf_counter() - begin, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024}, said


def steps(said):
    """When each step of publishing first began, by its words."""
    began = {}
    for seconds, words in re.findall(r"^ *([\d.]+) s  (.+)$", said, re.MULTILINE):
        began.setdefault(words, float(seconds))
    return began


def publishing(program, records, regio, work):
    """One publication: as a whole, and its parts."""
    release = work / "release"
    shutil.rmtree(release, ignore_errors=True)
    whole, said = timed([program, "publish", records, release, "--regio", regio, "--quick"])
    began = steps(said)
    counted, attacked = began["protecting small counts"], began["attacking what was written"]
    return {"publish": whole, "counted": {"wall": counted}, "unattacked": {"wall": attacked}}


def peer(name, records, regio, work):
    answers = work / f"{name}.json"
    used, _ = timed([sys.executable, __file__, "--peer", name, "--records", records, "--regio", regio, "--answers", answers])
    return used


def as_peer(name, records, regio, answers):
    module = __import__(f"{name}_peer")
    found = {table: sorted([list(map(str, row)) for row in rows]) for table, rows in module.count(records, regio).items()}
    answers.write_text(json.dumps(found), encoding="utf-8")


def same(work):
    """How many cells the peers counted, when they counted the same ones."""
    first, second = (json.loads((work / f"{name}.json").read_text(encoding="utf-8")) for name in PEERS)
    for table, rows in first.items():
        different = sorted({*map(tuple, rows)} ^ {*map(tuple, second[table])})
        if different:
            sys.exit(f"the peers do not agree on {table}: {len(different)} rows, the first of them {different[:4]}")
    return sum(map(len, first.values()))


def measure(given, scale):
    """Measures with records of so many times the region, and prints what came of it."""
    work = given.work / str(scale)
    work.mkdir(parents=True, exist_ok=True)
    records = work / "records"
    if not records.is_dir():
        timed([given.program, "sample", records, "--clean", "--scale", str(scale)])
    rows = {name: sum(1 for _ in open(records / f"{name}.csv", encoding="utf-8")) - 1 for name in ("trajecten", "declaraties")}
    print(f"scale {scale}: {rows['trajecten']:,} trajectories, {rows['declaraties']:,} declarations; medians of {given.rounds}", flush=True)
    peers = () if given.alone else PEERS
    runs = []
    for _ in range(given.rounds):
        run = {"check": timed([given.program, "check", records, "--regio", given.regio])[0]}
        run |= publishing(given.program, records, given.regio, work)
        run |= {name: peer(name, records, given.regio, work) for name in peers}
        runs.append(run)
    median = {what: {of: statistics.median(run[what][of] for run in runs) for of in runs[0][what]} for what in runs[0]}
    print(f"{'':44}{'wall s':>8}{'CPU s':>8}{'MB':>8}")
    for what, words in WHAT.items():
        if what in median:
            print(f"{words:44}" + "".join(f"{median[what][of]:8.1f}" if of in median[what] else f"{'':8}" for of in ("wall", "cpu", "memory")))
    together = median["check"]["wall"] + median["unattacked"]["wall"]
    print(f"check, and publish until it is written: {together:.1f} s together", flush=True)
    if peers:
        print(f"both peers counted the same {same(work):,} cells")
        fastest = min(peers, key=lambda name: median[name]["wall"])
        ratio = median["counted"]["wall"] / median[fastest]["wall"]
        print(f"until all is counted, {ratio:.2f} times as long as the faster peer ({fastest}); at most 1.3 was aimed for", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", type=Path)
    arguments.add_argument("--regio", type=Path, required=True)
    arguments.add_argument("--work", type=Path)
    arguments.add_argument("--scale", type=int, nargs="+", default=[3], help="how many times the region; 3 has 690,000 trajectories")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--alone", action="store_true", help="without the peers")
    arguments.add_argument("--peer", choices=PEERS, help=argparse.SUPPRESS)
    arguments.add_argument("--records", type=Path, help=argparse.SUPPRESS)
    arguments.add_argument("--answers", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        return as_peer(given.peer, given.records, given.regio, given.answers)
    for scale in given.scale:
        measure(given, scale)


if __name__ == "__main__":
    sys.exit(main())
