#!/usr/bin/env node
// Reads every topic of the contract from its beginning and decodes every record through the registry, with Confluent's
// own JavaScript client: whatever passes here, others can read.
import { parseArgs } from 'node:util';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';
import { registryAt } from './registry-at.mjs';

const TOPICS = [
  'event-announcements', 'events', 'customers', 'customer-interests', 'invite-requests', 'invite-candidates',
  'invite-approvals', 'invite-decisions', 'invite-deliveries', 'registrations', 'reminders', 'matching-weights',
  'audit-heads',
];
const ERRORS_SHOWN = 3;
const QUIET_MS = 5000;
const GOODBYE_MS = 3000;
const HELP = `decode-topics.mjs [--broker HOST:PORT] [--registry URL] [--require TOPIC,...] [--timeout SECONDS]

Decodes every record of every topic of the contract through the schema registry and prints
one line per topic: topic NAME records=N decoded=N (a tombstone counts as decoded).

  --broker    Kafka, default 127.0.0.1:9092
  --registry  Confluent-compatible API, default http://127.0.0.1:8081/apis/ccompat/v7
  --require   topics that must have at least one record, separated by commas
  --timeout   seconds for the whole run, default 120

Exit code: 0 all decoded; 1 a record does not decode, a topic is missing, not read to its end
or (where required) empty, or a server is away; 2 wrong use.`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        broker: { type: 'string', default: '127.0.0.1:9092' },
        registry: { type: 'string', default: 'http://127.0.0.1:8081/apis/ccompat/v7' },
        require: { type: 'string', default: '' },
        timeout: { type: 'string', default: '120' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const required = values.require.split(',').map((name) => name.trim()).filter(Boolean);
    const unknown = required.filter((name) => !TOPICS.includes(name));
    if (unknown.length > 0) throw new Error(`not a topic of the contract: ${unknown.join(', ')}`);
    const timeout = Number(values.timeout);
    if (!(timeout > 0)) throw new Error('--timeout takes a number of seconds');
    return { ...values, required, timeout };
  } catch (wrong) {
    console.error(`${wrong.message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** Fails early where there is no registry: the deserializer would ask in vain for every record. */
async function reach(registry) {
  const answer = await fetch(`${registry}/subjects`).catch((away) => {
    throw new Error(`no registry at ${registry} (${away.cause?.code ?? away.message})`);
  });
  if (!answer.ok) throw new Error(`the registry at ${registry} answers ${answer.status}`);
}

/** Where each partition of every topic begins and ends now. */
async function extents(admin) {
  const existing = new Set(await admin.listTopics());
  const missing = TOPICS.filter((name) => !existing.has(name));
  if (missing.length > 0) throw new Error(`no such topic: ${missing.join(', ')}`);
  return new Map(await Promise.all(TOPICS.map(async (name) => [name, await admin.fetchTopicOffsets(name)])));
}

/** Counts per topic, and how far each partition was read. */
class Tally {
  constructor(extents) {
    this.topics = new Map(TOPICS.map((name) => [name, { records: 0, decoded: 0, errors: 0 }]));
    this.open = new Map();
    for (const [name, partitions] of extents) {
      for (const { partition, low, high } of partitions) {
        if (BigInt(low) < BigInt(high)) this.open.set(`${name}/${partition}`, BigInt(high));
      }
    }
  }

  read(name, partition, offset) {
    const end = this.open.get(`${name}/${partition}`);
    if (end !== undefined && BigInt(offset) + 1n >= end) this.open.delete(`${name}/${partition}`);
  }

  get unread() {
    return [...this.open.keys()].join(', ');
  }

  get complete() {
    return this.open.size === 0;
  }
}

async function decode(tally, deserializer, name, partition, message) {
  const count = tally.topics.get(name);
  count.records += 1;
  try {
    if (message.value !== null) await deserializer.deserialize(name, message.value);
    count.decoded += 1;
  } catch (failure) {
    count.errors += 1;
    if (count.errors <= ERRORS_SHOWN) {
      console.error(`${name} partition ${partition} offset ${message.offset} does not decode: ${failure.message}`);
    }
  }
}

/** Reads until every partition's end as of now. */
async function readAll(kafka, groupId, names, tally, deserializer, timeoutMs) {
  const consumer = kafka.consumer({ groupId });
  let watch;
  try {
    await new Promise((resolve, reject) => {
      const started = Date.now();
      let lastSeen;
      let busy = false;
      watch = setInterval(() => {
        const quiet = !busy && lastSeen !== undefined && Date.now() - lastSeen > QUIET_MS;
        if (tally.complete) resolve();
        else if (quiet) reject(new Error(`nothing more comes, but not read to the end: ${tally.unread}`));
        else if (Date.now() - started > timeoutMs) reject(new Error(`not at the end in time, see --timeout: ${tally.unread}`));
      }, 50);
      // A coordinator that is only just loading is tried again by the client itself.
      consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
      consumer.connect()
        .then(() => consumer.subscribe({ topics: names, fromBeginning: true }))
        .then(() => consumer.run({
          autoCommit: false,
          eachBatch: async ({ batch, heartbeat }) => {
            busy = true;
            for (const message of batch.messages) {
              await decode(tally, deserializer, batch.topic, batch.partition, message);
            }
            tally.read(batch.topic, batch.partition, batch.lastOffset());
            busy = false;
            lastSeen = Date.now();
            await heartbeat();
          },
        }))
        .catch(reject);
    });
  } finally {
    clearInterval(watch);
    await Promise.race([consumer.disconnect().catch(() => {}), setTimeout(GOODBYE_MS)]);
  }
}

async function main() {
  const { broker, registry, required, timeout, help } = options();
  if (help) {
    console.log(HELP);
    return 0;
  }
  await reach(registry);
  const kafka = new kafkajs.Kafka({
    clientId: 'decode-topics', brokers: [broker], logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 3000, retry: { retries: 3 },
  });
  const deserializer = new AvroDeserializer(new SchemaRegistryClient(registryAt(registry)), SerdeType.VALUE, {});
  const admin = kafka.admin();
  await admin.connect();
  const groupId = `decode-topics-${randomUUID()}`;
  const ends = await extents(admin);
  const tally = new Tally(ends);
  try {
    if (!tally.complete) {
      await readAll(kafka, groupId, [...ends.keys()], tally, deserializer, timeout * 1000);
      await admin.deleteGroups([groupId]).catch(() => {});
    }
  } finally {
    await admin.disconnect();
  }
  return report(tally, required);
}

function report(tally, required) {
  for (const [name, { records, decoded }] of tally.topics) {
    console.log(`topic ${name} records=${records} decoded=${decoded}`);
  }
  const undecoded = [...tally.topics].filter(([, count]) => count.decoded < count.records).map(([name]) => name);
  const empty = required.filter((name) => tally.topics.get(name).records === 0);
  if (undecoded.length > 0) console.error(`records that do not decode: ${undecoded.join(', ')}`);
  if (empty.length > 0) console.error(`no records: ${empty.join(', ')}`);
  return undecoded.length + empty.length > 0 ? 1 : 0;
}

main().then((code) => process.exit(code), (failure) => {
  console.error(`cannot read: ${failure.message}`);
  process.exit(1);
});
