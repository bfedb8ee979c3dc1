import { checkCases } from "../../testing/check-cases.ts";
import { djangoExtra } from "./django-extra.ts";

checkCases(djangoExtra, {
  found: ['q.extra({name: "x"})', "q.extra(tables=t)"],
  clean: ["q.extra(params=p)", 'q.extra(select={"a": "b"})', "q.extra()"],
});
