import Handlebars from "handlebars";
import nodemailer from "nodemailer";

const transport = nodemailer.createTransport({ host: "localhost", port: 25 });

const template = Handlebars.compile("<p>Dear {{name}},</p><p>{{draft}}</p><p>Your plan: {{plan}}</p>");

function fill(draft, customer) {
  return template({ name: customer.name, plan: customer.plan, draft });
}

export async function send(draft, customer) {
  await transport.sendMail({ from: "shop@example.org", to: customer.mail, subject: "News", html: fill(draft, customer) });
}
