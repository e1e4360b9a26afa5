// Reads topics with clients that are not ours, as they come: kafkajs and its registry client, no setting but addresses.
//   node read.mjs BROKER REGISTRY OUT TOPIC=RECORDS …
// Writes OUT/TOPIC.jsonl: one line a record, {partition, offset, key as hex, value, and fault where the value cannot be read};
// ends when each topic gave its records.
import { createWriteStream } from 'node:fs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { Kafka } from 'kafkajs';

const [broker, registry, out, ...wanted] = process.argv.slice(2);
const left = new Map(wanted.map((topic) => topic.split('=')).map(([topic, records]) => [topic, Number(records)]));
const files = new Map([...left.keys()].map((topic) => [topic, createWriteStream(`${out}/${topic}.jsonl`)]));
const schemas = new SchemaRegistry({ host: registry });
const consumer = new Kafka({ brokers: [broker] }).consumer({ groupId: 'elsewhere' });

const isRead = () => [...left.values()].every((records) => records === 0);
const asJson = (name, value) => (typeof value === 'bigint' ? value.toString() : value);

await consumer.connect();
await consumer.subscribe({ topics: [...left.keys()], fromBeginning: true });
await new Promise((done, failed) => {
  // kafkajs would try a record that fails again and again
  const take = async ({ topic, partition, message }) => {
    const record = { partition, offset: message.offset, key: message.key.toString('hex'), value: null };
    try {
      if (message.value) record.value = await schemas.decode(message.value);
    } catch (fault) {
      record.fault = fault.message;
    }
    files.get(topic).write(`${JSON.stringify(record, asJson)}\n`);
    left.set(topic, left.get(topic) - 1);
    if (isRead()) done();
  };
  consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
  consumer.run({ eachMessage: (record) => take(record).catch((fault) => failed(new Error(`${record.topic}: ${fault.stack}`))) });
});
await consumer.disconnect();
await Promise.all([...files.values()].map((file) => new Promise((closed) => file.end(closed))));
process.exit(0);
