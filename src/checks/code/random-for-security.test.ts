import { checkCases } from "../../testing/check-cases.ts";
import { randomForSecurity } from "./random-for-security.ts";

checkCases(randomForSecurity, {
  found: ["from random import choice\nchoice(a)"],
  clean: ["import numpy as np\nnp.random.random()", "import random\nrandom.SystemRandom()"],
});
