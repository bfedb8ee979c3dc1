// Keys of clouds and of what runs on them. Those of Microsoft are marked inside the key ("common
// annotated security keys", https://github.com/microsoft/security-utilities).
import { key, type FormKind } from "./kind.ts";

/** Clouds, hosting, secret stores, infrastructure. */
export const cloudKinds: readonly FormKind[] = [
  key("cloud", ["aws-access-key-id", "AWS access key id", "AKIA[A-Z2-7]{16}"]),
  key("cloud", ["aws-temporary-key-id", "AWS temporary access key id", "ASIA[A-Z2-7]{16}"], {
    severity: "medium",
  }),
  key("cloud", ["aws-service-key-id", "AWS service key id", "A(?:BIA|CCA)[A-Z2-7]{16}"], {
    anchors: ["ABIA", "ACCA"],
  }),
  key(
    "cloud",
    [
      "aws-session-token",
      "AWS session token",
      "(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9+/]{100,2500}={0,2}",
    ],
    { anchors: ["IQoJb3JpZ2lu", "FwoGZXIvYXdz", "FQoGZXIvYXdz"], rigid: true, severity: "medium" },
  ),
  key("cloud", ["google-oauth-secret", "Google OAuth client secret", "GOCSPX-[A-Za-z0-9_-]{28}"]),
  key("cloud", ["google-oauth-token", "Google OAuth token", "ya29\\.[A-Za-z0-9_.-]{40,1000}"], {
    severity: "medium",
  }),
  key("cloud", ["google-refresh-token", "Google refresh token", "1//0[A-Za-z0-9_-]{40,120}"]),
  key(
    "cloud",
    [
      "azure-client-secret",
      "Microsoft Entra client secret",
      "[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
    ],
    {
      anchors: Array.from({ length: 10 }, (_, digit) => `${digit}Q~`),
      offset: 3,
    },
  ),
  key(
    "cloud",
    ["azure-storage-key", "Azure storage key", "[A-Za-z0-9+/]{76}\\+ASt[A-Za-z0-9+/]{5}[AQgw]=="],
    {
      anchors: ["+ASt"],
      offset: 76,
    },
  ),
  key(
    "cloud",
    ["azure-batch-key", "Azure Batch key", "[A-Za-z0-9+/]{76}\\+ABa[A-Za-z0-9+/]{5}[AQgw]=="],
    {
      anchors: ["+ABa"],
      offset: 76,
    },
  ),
  key(
    "cloud",
    ["azure-cosmos-key", "Azure Cosmos DB key", "[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]=="],
    {
      anchors: ["ACDb"],
      offset: 76,
    },
  ),
  key(
    "cloud",
    [
      "azure-service-bus-key",
      "Azure Service Bus key",
      "[A-Za-z0-9+/]{33}\\+ASb[A-P][A-Za-z0-9+/]{5}=",
    ],
    {
      anchors: ["+ASb"],
      offset: 33,
    },
  ),
  key(
    "cloud",
    ["azure-event-hub-key", "Azure Event Hub key", "[A-Za-z0-9+/]{33}\\+AEh[A-P][A-Za-z0-9+/]{5}="],
    {
      anchors: ["+AEh"],
      offset: 33,
    },
  ),
  key("cloud", ["azure-iot-key", "Azure IoT key", "[A-Za-z0-9+/]{33}AIoT[A-P][A-Za-z0-9+/]{5}="], {
    anchors: ["AIoT"],
    offset: 33,
  }),
  key(
    "cloud",
    [
      "azure-registry-key",
      "Azure container registry key",
      "[A-Za-z0-9+/]{42}\\+ACR[A-D][A-Za-z0-9+/]{5}",
    ],
    {
      anchors: ["+ACR"],
      offset: 42,
    },
  ),
  key(
    "cloud",
    ["azure-search-key", "Azure AI Search key", "[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}"],
    {
      anchors: ["AzSe"],
      offset: 42,
    },
  ),
  key("cloud", ["azure-redis-key", "Azure Redis key", "[A-Za-z0-9]{33}AzCa[A-P][A-Za-z0-9]{5}="], {
    anchors: ["AzCa"],
    offset: 33,
  }),
  key(
    "cloud",
    ["azure-function-key", "Azure Functions key", "[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{4,8}={0,2}"],
    {
      anchors: ["AzFu"],
      offset: 44,
    },
  ),
  key("cloud", ["azure-devops-token", "Azure DevOps token", "[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}"], {
    anchors: ["AZDO"],
    offset: 76,
  }),
  key("cloud", ["azure-account-key", "Azure account key", "AccountKey=[A-Za-z0-9+/]{86}=="]),
  key("cloud", [
    "azure-shared-access-key",
    "Azure shared access key",
    "SharedAccessKey=[A-Za-z0-9+/]{43}=",
  ]),
  key("cloud", ["alibaba-key-id", "Alibaba Cloud access key id", "LTAI[A-Za-z0-9]{12,26}"]),
  key("cloud", ["tencent-secret-id", "Tencent Cloud secret id", "AKID[A-Za-z0-9]{32}"]),
  key("cloud", ["yandex-api-key", "Yandex Cloud API key", "AQVN[A-Za-z0-9_-]{35,38}"]),
  key(
    "cloud",
    ["yandex-access-secret", "Yandex Cloud access secret", "YC[AMNOP][A-Za-z0-9_-]{37}"],
    {
      anchors: ["YCA", "YCM", "YCN", "YCO", "YCP"],
    },
  ),
  key(
    "cloud",
    [
      "yandex-iam-token",
      "Yandex Cloud IAM token",
      "t1\\.[A-Za-z0-9_-]{20,300}={0,2}\\.[A-Za-z0-9_-]{86}={0,2}",
    ],
    {
      severity: "medium",
    },
  ),
  key("cloud", ["digitalocean-token", "DigitalOcean token", "dop_v1_[0-9a-f]{64}"]),
  key("cloud", ["digitalocean-oauth-token", "DigitalOcean OAuth token", "doo_v1_[0-9a-f]{64}"]),
  key("cloud", ["digitalocean-refresh-token", "DigitalOcean refresh token", "dor_v1_[0-9a-f]{64}"]),
  key("cloud", ["scaleway-key-id", "Scaleway access key", "SCW[A-Z0-9]{17}"], {
    severity: "medium",
  }),
  key("cloud", [
    "cloudflare-ca-key",
    "Cloudflare origin CA key",
    "v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}",
  ]),
  key("cloud", ["heroku-key", "Heroku key", "HRKU-[A-Za-z0-9_-]{36,64}"]),
  key("cloud", ["netlify-token", "Netlify token", "nf[pcobu]_[A-Za-z0-9]{36}"], {
    anchors: ["nfp_", "nfc_", "nfo_", "nfb_", "nfu_"],
  }),
  key("cloud", ["fly-token", "Fly.io token", "fm(?:1a|1r|2)_[A-Za-z0-9+/=_-]{100,1500}"], {
    anchors: ["fm1a_", "fm1r_", "fm2_"],
    rigid: true,
  }),
  key("cloud", ["fly-oauth-token", "Fly.io token", "fo1_[A-Za-z0-9_-]{43}"]),
  key("cloud", ["render-key", "Render key", "rnd_[A-Za-z0-9]{28,40}"]),
  key("cloud", ["supabase-token", "Supabase token", "sbp_(?:v0_|oauth_)?[0-9a-f]{40}"]),
  key("cloud", ["supabase-secret-key", "Supabase secret key", "sb_secret_[A-Za-z0-9_-]{20,40}"]),
  key("cloud", ["planetscale-token", "PlanetScale token", "pscale_tkn_[A-Za-z0-9_.=-]{32,64}"]),
  key("cloud", [
    "planetscale-password",
    "PlanetScale password",
    "pscale_pw_[A-Za-z0-9_.=-]{32,64}",
  ]),
  key("cloud", [
    "planetscale-oauth-token",
    "PlanetScale OAuth token",
    "pscale_oauth_[A-Za-z0-9_.=-]{32,64}",
  ]),
  key("cloud", ["neon-key", "Neon key", "napi_[a-z0-9]{64}"]),
  key("cloud", ["vault-service-token", "Vault service token", "hvs\\.[A-Za-z0-9_-]{24,200}"]),
  key("cloud", ["vault-batch-token", "Vault batch token", "hvb\\.[A-Za-z0-9_-]{100,400}"]),
  key("cloud", ["vault-recovery-token", "Vault recovery token", "hvr\\.[A-Za-z0-9_-]{24,200}"]),
  key(
    "cloud",
    [
      "terraform-cloud-token",
      "Terraform Cloud token",
      "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}",
    ],
    {
      anchors: [".atlasv1."],
      offset: 14,
    },
  ),
  key("cloud", ["pulumi-token", "Pulumi token", "pul-[0-9a-f]{40}"]),
  key(
    "cloud",
    ["doppler-token", "Doppler token", "dp\\.(?:pt|ct|scim|audit)\\.[A-Za-z0-9]{40,44}"],
    {
      anchors: ["dp.pt.", "dp.ct.", "dp.scim.", "dp.audit."],
    },
  ),
  key(
    "cloud",
    [
      "doppler-service-token",
      "Doppler service token",
      "dp\\.(?:st|sa)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}",
    ],
    {
      anchors: ["dp.st.", "dp.sa."],
    },
  ),
  key(
    "cloud",
    [
      "onepassword-service-token",
      "1Password service account token",
      "ops_eyJ[A-Za-z0-9+/_-]{250,2500}={0,3}",
    ],
    {
      severity: "critical",
      rigid: true,
    },
  ),
  key(
    "cloud",
    ["age-secret-key", "age secret key", "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"],
    {
      proof: "bech32",
    },
  ),
  key("cloud", [
    "tailscale-key",
    "Tailscale key",
    "tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{6,20}(?:CNTRL)?-[A-Za-z0-9]{16,40}",
  ]),
  key(
    "cloud",
    [
      "harness-token",
      "Harness token",
      "[ps]at\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}",
    ],
    {
      anchors: ["pat.", "sat."],
    },
  ),
  key("cloud", ["infracost-key", "Infracost key", "ico-[A-Za-z0-9]{32}"]),
  key("cloud", ["aiven-password", "Aiven password", "AVNS_[A-Za-z0-9_-]{19}"]),
  key("cloud", ["openshift-token", "OpenShift token", "sha256~[A-Za-z0-9_-]{43}"]),
  key(
    "cloud",
    [
      "dynatrace-token",
      "Dynatrace token",
      "dt0(?:c01|s01|s02|s08|s16)\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}",
    ],
    {
      anchors: ["dt0c01.", "dt0s01.", "dt0s02.", "dt0s08.", "dt0s16."],
    },
  ),
  key(
    "cloud",
    [
      "firebase-cloud-messaging-key",
      "Firebase Cloud Messaging key",
      "AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134}",
    ],
    {
      anchors: [":APA91b"],
      offset: 11,
    },
  ),
];
