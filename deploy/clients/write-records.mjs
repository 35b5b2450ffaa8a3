#!/usr/bin/env node
// Writes what others may write, with Confluent's own JavaScript client: an event's announcement and a customer's
// interest. Usher must read them like its own.
import { parseArgs } from 'node:util';
import { AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';
import { registryAt } from './registry-at.mjs';

const HELP = `write-records.mjs [--broker HOST:PORT] [--registry URL] [--event ID] [--customer ID]

Announces a webinar on event-announcements and a customer's interest in its topic on
customer-interests, then prints their keys.

  --broker    Kafka, default 127.0.0.1:9092
  --registry  Confluent-compatible API, default http://127.0.0.1:8081/apis/ccompat/v7
  --event     the event's id, default announced-by-client
  --customer  the customer's id, default acme`;

function options() {
  try {
    return parseArgs({
      options: {
        broker: { type: 'string', default: '127.0.0.1:9092' },
        registry: { type: 'string', default: 'http://127.0.0.1:8081/apis/ccompat/v7' },
        event: { type: 'string', default: 'announced-by-client' },
        customer: { type: 'string', default: 'acme' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (wrong) {
    console.error(`${wrong.message}\n\n${HELP}`);
    process.exit(2);
  }
}

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const announcement = (id) => ({
  id,
  name: 'Announced by a Client',
  series: null,
  type: 'WEBINAR',
  description: 'An hour about resilient integrations.',
  startsAt: `${inDays(40)}T15:00`,
  endsAt: `${inDays(40)}T16:00`,
  timeZone: 'Europe/Berlin',
  format: 'VIRTUAL',
  venue: null,
  topics: ['Predictive maintenance'],
  sessions: [],
  audience: null,
  registrationUrl: null,
  offer: null,
  deadlines: [],
  capacity: null,
  host: null,
  followUp: null,
});

const interest = (customerId) => ({
  customerId,
  topics: ['Predictive maintenance'],
  source: 'MEETING_NOTE',
  note: 'Asked how others predict failures.',
  at: Date.now(),
});

const settings = options();
if (settings.help) {
  console.log(HELP);
  process.exit(0);
}
const registry = new SchemaRegistryClient(registryAt(settings.registry));
const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false });
const kafka = new kafkajs.Kafka({ brokers: [settings.broker], logLevel: kafkajs.logLevel.ERROR });
const producer = kafka.producer();
await producer.connect();
try {
  for (const [topic, key, value] of [
    ['event-announcements', settings.event, announcement(settings.event)],
    ['customer-interests', settings.customer, interest(settings.customer)],
  ]) {
    await producer.send({ topic, messages: [{ key, value: await serializer.serialize(topic, value) }] });
    console.log(`wrote ${topic} ${key}`);
  }
} finally {
  await producer.disconnect();
}
