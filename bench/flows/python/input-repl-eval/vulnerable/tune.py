settings = {"rate": 0.1, "epochs": 3, "shuffle": True}


def parse(text: str):
    return eval(text)  # sink


def tune() -> None:
    while line := input("setting = value: "):
        name, _, value = line.partition("=")
        settings[name.strip()] = parse(value)
    print(settings)


tune()
