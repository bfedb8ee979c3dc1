from skills.library import SkillLibrary


def step(world, task, library):
    skill = library.find(task)
    if skill is None:
        world.setdefault("unknown", []).append(task)
        return world
    exec(skill, {"world": world})  # sink
    return world


if __name__ == "__main__":
    lib = SkillLibrary()
    w = {}
    for t in ("get wood", "get stone"):
        step(w, t, lib)
    print(w)
