import csv


def write(name: str, rows: list[dict]) -> str:
    target = "/srv/exports/" + name
    with open(target, "w", newline="") as file:  # sink
        writer = csv.DictWriter(file, fieldnames=sorted(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return target
