package chorus.events;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The schema registry as this package uses it: schemas go in under BACKWARD compatibility, and come out by id. */
final class RegistryClient implements AutoCloseable {
    private static final int CACHED_SCHEMAS = 1000;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    /** An outage shows within seconds; an unknown id is not asked for again with every record that names it. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "schema.registry.http.connect.timeout.ms", 2000,
            "schema.registry.http.read.timeout.ms", 5000,
            "schema.registry.max.retries", 1,
            "schema.registry.retries.wait.ms", 200,
            "schema.registry.retries.max.wait.ms", 200,
            "schema.registry.missing.id.cache.ttl.sec", 60);

    private final String url;
    private final SchemaRegistryClient client;

    private RegistryClient(String url, SchemaRegistryClient client) {
        this.url = url;
        this.client = client;
    }

    static RegistryClient of(String url) {
        if (!url.matches("(https?|mock)://.+")) {
            throw new RegistryUnreachable(url, new IllegalArgumentException("must begin with http:// or https://"));
        }
        var client = SchemaRegistryClientFactory.newClient(
                List.of(url), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), SETTINGS, Map.of());
        return new RegistryClient(url, client);
    }

    /**
     * Registers {@code schema} and returns its id; a known one keeps its own. It must read what its predecessors under this subject wrote, and
     * its followers what it wrote, whatever the registry's default is.
     */
    int register(String subject, Schema schema) {
        try {
            var known = requireBackward(subject);
            var id = client.register(subject, new AvroSchema(schema));
            if (!known && !requireBackward(subject)) {
                throw new IOException("lost subject " + subject);
            }
            return id;
        } catch (RestClientException e) {
            if (e.getStatus() == CONFLICT) {
                throw new IncompatibleSchema(subject, e);
            }
            throw new RegistryUnreachable(url, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    /** The newest schema under a subject; empty where there is none. */
    Optional<Schema> latest(String subject) {
        try {
            var latest = client.getLatestSchemaMetadata(subject);
            return Optional.of(fetch(latest.getId()));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new RegistryUnreachable(url, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    /** False where the registry cannot set it yet, because it has no such subject. */
    private boolean requireBackward(String subject) throws IOException, RestClientException {
        try {
            client.updateCompatibility(subject, "BACKWARD");
            return true;
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** The compatibility of every subject that begins with {@code prefix}. */
    SortedMap<String, String> compatibilities(String prefix) {
        try {
            var found = new TreeMap<String, String>();
            for (var subject : client.getAllSubjectsByPrefix(prefix)) {
                found.put(subject, client.getCompatibility(subject));
            }
            return found;
        } catch (IOException | RestClientException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    /** The Avro schema of {@code id}. */
    Schema fetch(int id) {
        try {
            if (client.getSchemaById(id) instanceof AvroSchema avro) {
                return avro.rawSchema();
            }
            throw new UndecodableException("schema id " + id + " is no Avro schema");
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new UndecodableException("unknown schema id " + id, e);
            }
            throw new RegistryUnreachable(url, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
