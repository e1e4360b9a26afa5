package chorus.embedded.transactions;

import java.time.Instant;
import java.util.Optional;

/**
 * A transaction that hangs: open in a partition, so that nobody who reads committed records comes past it, while its coordinator
 * does not list the partition and will never write the marker there.
 *
 * @param transactionalId empty where the coordinator no longer knows the producer
 */
public record Forgotten(OpenTransaction open, Optional<String> transactionalId, Decision decision) {

    /** Whether the marker that is missing can be named. */
    public boolean decided() {
        return decision instanceof Decision.Known;
    }

    /** One line for people: partition, producer, since when, and the decision. */
    public String told() {
        return "transaction of producer %d%s hangs in %s since offset %d (last record of %s); decided: %s"
                .formatted(
                        open.producer(),
                        transactionalId.map(id -> " (" + id + ")").orElse(""),
                        open.partition(),
                        open.since(),
                        Instant.ofEpochMilli(open.last()),
                        decision);
    }
}
