settings = {"rate": 0.1, "epochs": 3, "shuffle": True}


def parse(name: str, text: str):
    kind = type(settings[name])
    return text.strip() == "True" if kind is bool else kind(text)


def tune() -> None:
    while line := input("setting = value: "):
        name, _, value = line.partition("=")
        settings[name.strip()] = parse(name.strip(), value)
    print(settings)


tune()
