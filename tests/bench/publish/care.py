"""What the peers count: the cells of the three tables about care, in which nearly all records end up."""

TABLES = ("gebruik", "afgesloten", "duur")
