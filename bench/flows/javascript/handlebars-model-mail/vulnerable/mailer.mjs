import Handlebars from "handlebars";
import nodemailer from "nodemailer";

const transport = nodemailer.createTransport({ host: "localhost", port: 25 });

function fill(draft, customer) {
  const template = Handlebars.compile(draft); // sink
  return template({ name: customer.name, plan: customer.plan });
}

export async function send(draft, customer) {
  await transport.sendMail({ from: "shop@example.org", to: customer.mail, subject: "News", html: fill(draft, customer) });
}
