def chop_wood(world):
    world["wood"] = world.get("wood", 0) + 1


def mine_stone(world):
    world["stone"] = world.get("stone", 0) + 1


SKILLS = {"chop_wood": chop_wood, "mine_stone": mine_stone}
