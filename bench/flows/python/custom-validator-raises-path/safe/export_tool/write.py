import csv

from export_tool.names import ensure_plain


def write(name: str, rows: list[dict]) -> str:
    target = "/srv/exports/" + ensure_plain(name)
    with open(target, "w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=sorted(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return target
