// How to ask a schema registry: never without a time limit, which Confluent's client does not set by itself. Apicurio 3
// now and then leaves a request unanswered that follows an answer of 404 on the same connection; the client asks again.
const ANSWERS_WITHIN_MS = 5000;

/** Settings of a SchemaRegistryClient for the registry at this address. */
export const registryAt = (url) => ({ baseURLs: [url], createAxiosDefaults: { timeout: ANSWERS_WITHIN_MS } });
