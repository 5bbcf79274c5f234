"""Has LibreOffice work out every formula of saved workbooks anew, and holds the outcomes against those that stand beside them.

    apt-get install --no-install-recommends libreoffice-calc
    python3 tests/workbook/recalculate.py SAVED.xlsx...

Run by hand after a change of the formulas: it takes a minute, and an office. `tests/release/workbook.rs` works the same formulas out
each time, by a reader of its own.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NEAR = 1e-9


def cells(book):
    """Formula and value of every cell with a number, by sheet and name."""
    found = {}
    with zipfile.ZipFile(book) as parts:
        for number in range(1, 4):
            sheet = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
            for cell in sheet.iter(f"{SPACE}c"):
                formula, value = cell.find(f"{SPACE}f"), cell.find(f"{SPACE}v")
                if cell.get("t", "n") == "n" and value is not None:
                    found[number, cell.get("r")] = (formula is not None and formula.text, float(value.text))
    return found


def without_outcomes(book, to):
    """The same workbook, with formulas whose outcome is not known yet."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", old.read(name)))


def convert(book, kind, folder):
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*office, str(book)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(books):
    formulas = wrong = 0
    for book in map(Path, books):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            without_outcomes(book, folder / "open.xlsx")
            convert(folder / "open.xlsx", "ods", folder)
            convert(folder / "open.ods", "xlsx", folder)
            again = cells(folder / "open.xlsx")
        for place, (formula, shown) in cells(book).items():
            if formula:
                formulas += 1
                outcome = again.get(place, (None, float("nan")))[1]
                if not abs(outcome - shown) <= NEAR * max(1, abs(shown)):
                    wrong += 1
                    print(f"{book}: sheet {place[0]}, {place[1]}: {outcome}, shown is {shown} (={formula})")
    print(f"{formulas} formulas, {wrong} of them wrong")
    sys.exit(wrong > 0 or formulas == 0)


main(sys.argv[1:])
