// How to ask a schema registry. Apicurio 3 now and then leaves a request unanswered that follows an answer of 404 on the
// same connection, so each question gets a connection of its own; and never without a time limit, which Confluent's
// client does not set by itself.
import { Agent } from 'node:http';

const ANSWERS_WITHIN_MS = 5000;

/** Settings of a SchemaRegistryClient for the registry at this address. */
export const registryAt = (url) => ({
  baseURLs: [url],
  createAxiosDefaults: { timeout: ANSWERS_WITHIN_MS, httpAgent: new Agent({ keepAlive: false }) },
});
