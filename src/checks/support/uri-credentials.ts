export { findUriCredentials, type UriCredentials } from "../../detect/secrets/uri-credentials.ts";
