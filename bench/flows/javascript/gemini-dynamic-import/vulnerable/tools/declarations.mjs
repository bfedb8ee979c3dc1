export const declarations = [
  {
    name: "timer",
    description: "Sets a timer",
    parameters: { type: "OBJECT", properties: { minutes: { type: "NUMBER" } } },
  },
];
