package chorus.events.registry;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which compatibility a registry asks of the versions under a subject. What somebody set, for the subject or for all, is left as it
 * is; where nothing is asked at all, a subject that is new is set to BACKWARD.
 */
final class Levels {
    private static final String OURS = "BACKWARD";
    private static final String NOTHING = "NONE";
    private static final Set<String> STRONG = Set.of(OURS, "BACKWARD_TRANSITIVE", "FULL", "FULL_TRANSITIVE");

    private final SchemaRegistryClient client;
    private final InForce inForce;
    private final SortedMap<String, String> weak = new TreeMap<>();

    /** The level that is in force for a subject: its own, else that of all. */
    @FunctionalInterface
    interface InForce {
        String of(String subject) throws IOException, RestClientException;
    }

    Levels(SchemaRegistryClient client, InForce inForce) {
        this.client = client;
        this.inForce = inForce;
    }

    /** Whether new versions under it can read what older ones wrote. */
    static boolean isStrong(String level) {
        return STRONG.contains(level);
    }

    /** The subject's own level, else the one of all subjects. */
    String of(String subject) throws IOException, RestClientException {
        try {
            return inForce.of(subject);
        } catch (RestClientException e) {
            if (Answers.isNotFound(e)) {
                return ofAll();
            }
            throw e;
        }
    }

    private String ofAll() throws IOException, RestClientException {
        return String.valueOf(client.getCompatibility(null));
    }

    /**
     * Whether a subject is to be set, once it is there; if not, it is noted where its level is too weak. Of one that is there already
     * somebody may have said that nothing is asked, of a new one nobody.
     */
    boolean isUnsettled(String subject) throws IOException, RestClientException {
        var level = of(subject);
        if (level.equals(NOTHING) && ofAll().equals(NOTHING) && isNew(subject)) {
            return true;
        }
        if (!isStrong(level)) {
            weak.put(subject, level);
        }
        return false;
    }

    private boolean isNew(String subject) throws IOException, RestClientException {
        try {
            return client.getAllVersions(subject).isEmpty();
        } catch (RestClientException e) {
            if (Answers.isNotFound(e)) {
                return true;
            }
            throw e;
        }
    }

    void set(String subject) throws IOException, RestClientException {
        client.updateCompatibility(subject, OURS);
    }

    /** The subjects that were noted, each with its level; one that whoever made it has set since is none. */
    SortedMap<String, String> weak() throws IOException, RestClientException {
        for (var subject : List.copyOf(weak.keySet())) {
            if (isStrong(of(subject))) {
                weak.remove(subject);
            }
        }
        return weak;
    }
}
