package chorus.events.registry;

import chorus.reach.Shown;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;

/** The schema registry as {@code events} uses it: schemas go in so that newer ones read what older ones wrote, and come out by id. */
public final class RegistryClient implements AutoCloseable {
    private static final int CACHED_SCHEMAS = 1000;
    /** How often something is tried that somebody else may be doing at the same moment, and how long each time is waited. */
    private static final int ATTEMPTS = 20;

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** An outage shows within seconds; an unknown id is not asked for again with every record that names it. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "http.connect.timeout.ms", 2000,
            "http.read.timeout.ms", 5000,
            "max.retries", 1,
            "retries.wait.ms", 200,
            "retries.max.wait.ms", 200,
            "missing.id.cache.ttl.sec", 60);

    private final RegistryAccess access;
    private final SchemaRegistryClient client;
    private final Levels levels;

    private RegistryClient(RegistryAccess access, SchemaRegistryClient client, Levels.InForce inForce) {
        this.access = access;
        this.client = client;
        levels = new Levels(client, inForce);
    }

    /** @throws RegistryUnreachable where what TLS takes cannot be loaded */
    public static RegistryClient of(RegistryAccess access) {
        var settings = new HashMap<String, Object>();
        access.client().forEach((key, value) -> settings.put("schema.registry." + key, value));
        SETTINGS.forEach((key, value) -> settings.put("schema.registry." + key, value));
        List<SchemaProvider> avro = List.of(new AvroSchemaProvider());
        try {
            if (access.url().startsWith("mock:")) {
                var mock = SchemaRegistryClientFactory.newClient(
                        List.of(access.url()), CACHED_SCHEMAS, avro, settings, Map.of());
                return new RegistryClient(access, mock, mock::getCompatibility);
            }
            var rest = new RestService(List.of(access.url()));
            var client = new CachedSchemaRegistryClient(rest, CACHED_SCHEMAS, avro, settings, Map.of());
            return new RegistryClient(
                    access, client, subject -> rest.getConfig(RestService.DEFAULT_REQUEST_PROPERTIES, subject, true)
                            .getCompatibilityLevel());
        } catch (RuntimeException unusable) {
            throw RegistryUnreachable.because(access, innermost(unusable), unusable);
        }
    }

    private static String innermost(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "what --client-config says of it cannot be used: " + cause;
    }

    /** Asks the registry something. */
    @FunctionalInterface
    private interface Question<A> {
        A ask() throws IOException, RestClientException;
    }

    private <A> A ask(Question<A> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            throw RegistryUnreachable.answered(access, e);
        } catch (IOException e) {
            throw RegistryUnreachable.silent(access, e);
        }
    }

    /**
     * Registers {@code schema} and returns its id; a known one keeps its own. Others may do the same at the same time.
     *
     * @throws IncompatibleSchema where it cannot follow what is there
     */
    public int register(String subject, Schema schema) {
        var own = new AvroSchema(schema);
        for (var attempt = 1; ; attempt++) {
            try {
                return once(subject, own);
            } catch (RestClientException e) {
                if (Answers.isConflict(e) && !ask(() -> client.testCompatibility(subject, own))) {
                    throw new IncompatibleSchema(subject, e);
                }
                if (attempt == ATTEMPTS || !Answers.mayPass(e)) {
                    throw RegistryUnreachable.answered(access, e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (IOException e) {
                throw RegistryUnreachable.silent(access, e);
            }
        }
    }

    private int once(String subject, AvroSchema schema) throws IOException, RestClientException {
        var unsettled = levels.isUnsettled(subject);
        var id = client.register(subject, schema);
        if (unsettled) {
            levels.set(subject);
        }
        return id;
    }

    /** The subjects of {@link #register} with a compatibility that somebody set and that is too weak, each with its level. */
    public SortedMap<String, String> weak() {
        return ask(levels::weak);
    }

    /** Whether versions under this compatibility can read what older ones wrote. */
    public static boolean keepsReadable(String level) {
        return Levels.isStrong(level);
    }

    /** The newest schema under a subject; empty where there is none. */
    public Optional<Schema> latest(String subject) {
        return ask(() -> {
            try {
                return Optional.of(fetch(client.getLatestSchemaMetadata(subject).getId()));
            } catch (RestClientException e) {
                if (Answers.isNotFound(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The compatibility of every subject that begins with {@code prefix}. */
    public SortedMap<String, String> compatibilities(String prefix) {
        return ask(() -> {
            var found = new TreeMap<String, String>();
            // not every registry heeds the prefix
            for (var subject : client.getAllSubjectsByPrefix(prefix)) {
                if (subject.startsWith(prefix)) {
                    found.put(subject, levels.of(subject));
                }
            }
            return found;
        });
    }

    /** Where it is, without credentials. */
    public String address() {
        return Shown.masked(access.url());
    }

    /** Whether the registry answers, asked about a subject. */
    public boolean answers(String subject) {
        try {
            client.getCompatibility(subject);
            return true;
        } catch (RestClientException answered) {
            return answered.getStatus() < 500;
        } catch (IOException silent) {
            return false;
        }
    }

    /**
     * The Avro schema of {@code id}.
     *
     * @throws NoSuchElementException where the registry has none
     */
    public Schema fetch(int id) {
        return ask(() -> {
            try {
                if (client.getSchemaById(id) instanceof AvroSchema avro) {
                    return avro.rawSchema();
                }
                throw new NoSuchElementException("schema id " + id + " is no Avro schema");
            } catch (RestClientException e) {
                if (Answers.isNotFound(e)) {
                    throw new NoSuchElementException("unknown schema id " + id, e);
                }
                throw e;
            }
        });
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
