// Tokens of everything else that people connect a program to.
import { key, type FormKind } from "./kind.ts";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Messaging, payment, monitoring, office tools. */
export const serviceKinds: readonly FormKind[] = [
  key("service", [
    "slack-bot-token",
    "Slack bot token",
    "xoxb-[0-9]{8,14}-[0-9]{8,14}-[A-Za-z0-9]{18,34}",
  ]),
  key("service", [
    "slack-user-token",
    "Slack user token",
    "xoxp-[0-9]{8,14}-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{24,34}",
  ]),
  key(
    "service",
    ["slack-workspace-token", "Slack workspace token", "xox[aros]-(?:[0-9]-)?[A-Za-z0-9-]{20,150}"],
    {
      anchors: ["xoxa-", "xoxr-", "xoxo-", "xoxs-"],
    },
  ),
  key("service", [
    "slack-configuration-token",
    "Slack configuration token",
    "xoxe(?:\\.xox[bp])?-[0-9]-[A-Za-z0-9]{100,250}",
  ]),
  key("service", [
    "slack-app-token",
    "Slack app token",
    "xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,15}-[0-9a-f]{60,68}",
  ]),
  key(
    "service",
    [
      "slack-webhook",
      "Slack webhook",
      "hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Z0-9]{8,14}/[A-Z0-9]{8,20}/[A-Za-z0-9]{20,30}",
    ],
    { severity: "medium" },
  ),
  key(
    "service",
    [
      "discord-webhook",
      "Discord webhook",
      "discord(?:app)?\\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,72}",
    ],
    {
      anchors: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
      severity: "medium",
    },
  ),
  key(
    "service",
    [
      "teams-webhook",
      "Microsoft Teams webhook",
      `webhook\\.office\\.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/[0-9a-f]{32}/${uuid}`,
    ],
    { severity: "medium" },
  ),
  key("service", ["telegram-bot-token", "Telegram bot token", "[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"], {
    anchors: [":AA"],
    offset: 10,
    hasNumber: true,
  }),
  key("service", ["stripe-live-key", "Stripe live key", "sk_live_[A-Za-z0-9]{20,120}"], {
    severity: "critical",
  }),
  key(
    "service",
    ["stripe-restricted-key", "Stripe restricted key", "rk_live_[A-Za-z0-9]{20,120}"],
    { severity: "critical" },
  ),
  key("service", ["stripe-test-key", "Stripe test key", "[sr]k_test_[A-Za-z0-9]{20,120}"], {
    anchors: ["sk_test_", "rk_test_"],
    severity: "low",
  }),
  key("service", [
    "stripe-webhook-secret",
    "Stripe webhook secret",
    "whsec_[A-Za-z0-9+/]{32,64}={0,2}",
  ]),
  key("service", ["square-access-token", "Square access token", "sq0atp-[A-Za-z0-9_-]{22}"]),
  key("service", ["square-secret", "Square OAuth secret", "sq0csp-[A-Za-z0-9_-]{43}"]),
  key("service", [
    "paypal-access-token",
    "PayPal or Braintree access token",
    "access_token\\$(?:production|sandbox)\\$[0-9a-z]{16}\\$[0-9a-f]{32}",
  ]),
  key("service", [
    "plaid-access-token",
    "Plaid access token",
    `access-(?:sandbox|development|production)-${uuid}`,
  ]),
  key("service", ["razorpay-key", "Razorpay key", "rzp_live_[A-Za-z0-9]{14}"]),
  key("service", [
    "flutterwave-secret",
    "Flutterwave secret key",
    "FLWSECK(?:_TEST)?-[0-9a-zA-Z]{32,40}-X",
  ]),
  key("service", ["gocardless-token", "GoCardless token", "live_[A-Za-z0-9_-]{40}"]),
  key("service", ["shopify-access-token", "Shopify access token", "shpat_[0-9a-fA-F]{32}"]),
  key("service", ["shopify-shared-secret", "Shopify shared secret", "shpss_[0-9a-fA-F]{32}"]),
  key("service", ["shopify-custom-app-token", "Shopify custom app token", "shpca_[0-9a-fA-F]{32}"]),
  key("service", [
    "shopify-private-app-token",
    "Shopify private app token",
    "shppa_[0-9a-fA-F]{32}",
  ]),
  key("service", ["twilio-key", "Twilio key", "SK[0-9a-f]{32}"], {
    anchors: Array.from("0123456789abcdef", (digit) => `SK${digit}`),
  }),
  key("service", [
    "sendgrid-key",
    "SendGrid key",
    "SG\\.[A-Za-z0-9_-]{20,24}\\.[A-Za-z0-9_-]{39,50}",
  ]),
  key("service", ["mailgun-key", "Mailgun key", "key-[0-9a-f]{32}"]),
  key("service", ["mailchimp-key", "Mailchimp key", "[0-9a-f]{32}-us[1-9][0-9]?"], {
    anchors: ["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
    offset: 32,
  }),
  key("service", ["brevo-key", "Brevo key", "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}"]),
  key("service", ["brevo-smtp-key", "Brevo SMTP key", "xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}"]),
  key("service", ["resend-key", "Resend key", "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}"]),
  key("service", ["mailersend-key", "MailerSend key", "mlsn\\.[0-9a-f]{64}"]),
  key("service", ["new-relic-user-key", "New Relic user key", "NRAK-[A-Z0-9]{27}"]),
  key("service", ["new-relic-insert-key", "New Relic insert key", "NRI[IQ]-[A-Za-z0-9_-]{32}"], {
    anchors: ["NRII-", "NRIQ-"],
  }),
  key("service", ["new-relic-license-key", "New Relic license key", "[0-9a-f]{36}NRAL"], {
    anchors: ["NRAL"],
    offset: 36,
  }),
  key(
    "service",
    [
      "sentry-organisation-token",
      "Sentry organisation token",
      "sntrys_eyJ[A-Za-z0-9+/=_-]{80,700}",
    ],
    { rigid: true },
  ),
  key("service", ["sentry-user-token", "Sentry user token", "sntryu_[0-9a-f]{64}"]),
  key("service", [
    "grafana-service-account-token",
    "Grafana service account token",
    "glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
  ]),
  key("service", ["grafana-cloud-token", "Grafana Cloud token", "glc_eyJ[A-Za-z0-9+/=]{40,400}"], {
    rigid: true,
  }),
  key("service", ["grafana-key", "Grafana key", "eyJrIjoi[A-Za-z0-9+/]{60,400}={0,2}"], {
    rigid: true,
  }),
  key("service", ["honeycomb-key", "Honeycomb key", "hc[abx][im]k_[a-z0-9]{58}"], {
    anchors: ["hcaik_", "hcbik_", "hcxik_", "hcamk_", "hcbmk_", "hcxmk_"],
  }),
  key("service", ["posthog-key", "PostHog personal key", "phx_[A-Za-z0-9]{40,56}"]),
  key("service", ["launchdarkly-sdk-key", "LaunchDarkly SDK key", `sdk-${uuid}`]),
  key("service", ["launchdarkly-api-key", "LaunchDarkly API key", `api-${uuid}`]),
  key("service", ["statsig-secret", "Statsig secret", "secret-[A-Za-z0-9]{43}"]),
  key("service", ["linear-key", "Linear key", "lin_api_[A-Za-z0-9]{40}"]),
  key("service", ["linear-oauth-token", "Linear OAuth token", "lin_oauth_[A-Za-z0-9]{40,64}"]),
  key("service", ["notion-secret", "Notion secret", "secret_[A-Za-z0-9]{43}"]),
  key("service", ["notion-token", "Notion token", "ntn_[A-Za-z0-9]{43,50}"]),
  key("service", ["airtable-token", "Airtable token", "pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}"]),
  key("service", ["figma-token", "Figma token", "figd_[A-Za-z0-9_-]{38,48}"]),
  key(
    "service",
    ["asana-token", "Asana token", "[0-2]/[12][0-9]{12,16}(?:/[0-9]{13,17})?:[0-9a-f]{32}"],
    {
      anchors: ["0/1", "0/2", "1/1", "1/2", "2/1", "2/2"],
    },
  ),
  key("service", ["trello-token", "Trello token", "ATTA[0-9a-f]{64}[0-9A-Fa-f]{8}"]),
  key("service", ["clickup-token", "ClickUp token", "pk_[0-9]{6,10}_[A-Z0-9]{32}"]),
  key("service", ["typeform-token", "Typeform token", "tfp_[A-Za-z0-9]{40,48}_[A-Za-z0-9]{10,16}"]),
  key("service", ["hubspot-token", "HubSpot token", `pat-(?:na|eu|ap)[0-9]-${uuid}`]),
  key("service", ["contentful-token", "Contentful token", "CFPAT-[A-Za-z0-9_-]{43}"]),
  key("service", ["facebook-token", "Facebook token", "EAA[A-Za-z0-9]{90,300}"], {
    severity: "medium",
  }),
  key(
    "service",
    ["twitter-bearer-token", "X bearer token", "AAAAAAAAAAAAAAAAAAAAA[A-Za-z0-9%]{60,120}"],
    { rigid: true },
  ),
  key("service", ["dropbox-token", "Dropbox token", "sl\\.(?:u\\.)?[A-Za-z0-9_-]{130,1500}"]),
  key(
    "service",
    [
      "mapbox-secret-token",
      "Mapbox secret token",
      "sk\\.eyJ[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]{20,40}",
    ],
    { rigid: true },
  ),
  key("service", ["shippo-token", "Shippo token", "shippo_(?:live|test)_[0-9a-f]{40}"]),
  key("service", ["easypost-key", "EasyPost key", "EZ[AT]K[A-Za-z0-9]{54}"], {
    anchors: ["EZAK", "EZTK"],
  }),
  key("service", ["duffel-token", "Duffel token", "duffel_(?:live|test)_[A-Za-z0-9_-]{43}"]),
  key("service", ["frameio-token", "Frame.io token", "fio-u-[A-Za-z0-9_-]{64}"]),
  key("service", ["pubnub-secret", "PubNub secret key", "sec-c-[A-Za-z0-9]{48}"]),
  key("service", ["databento-key", "Databento key", "db-[A-Za-z0-9]{29}"]),
  key("service", ["intra42-secret", "42 intra secret", "s-s4t2(?:ud|af)-[0-9a-f]{64}"]),
  key("service", ["onesignal-key", "OneSignal key", "os_v2_(?:app|org)_[a-z0-9]{90,110}"]),
  key(
    "service",
    [
      "zapier-webhook",
      "Zapier webhook",
      "hooks\\.zapier\\.com/hooks/catch/[0-9]{5,10}/[a-z0-9]{5,12}",
    ],
    {
      severity: "low",
      rigid: true,
    },
  ),
  key("service", ["telnyx-key", "Telnyx key", "KEY[0-9A-F]{32}_[A-Za-z0-9]{22}"]),
  key("service", [
    "clerk-webhook-secret",
    "Svix signing secret",
    "whsec_[A-Za-z0-9+/]{24,31}={0,2}",
  ]),
];
