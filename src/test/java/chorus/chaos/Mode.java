package chorus.chaos;

import java.util.List;
import java.util.Locale;

/** How a run is laid out on processes. */
enum Mode {
    /** {@code run}: everything in one process, beside its registry. */
    RUN,
    /** {@code simulate} twice, {@code stream} twice and {@code train}, which has broker and registry. */
    PARTS,
    /** The same parts beside three brokers and a registry of their own. */
    CLUSTER;

    /** Whom a kill may strike; who stands there oftener is struck oftener. */
    List<Victim> victims() {
        return switch (this) {
            case RUN -> List.of(Victim.RUN, Victim.RUN, Victim.RUN, Victim.EVERYTHING, Victim.REGISTRY);
            case PARTS ->
                List.of(
                        Victim.STREAM,
                        Victim.STREAM,
                        Victim.WRITER,
                        Victim.TRAINER,
                        Victim.REGISTRY,
                        Victim.EVERYTHING);
            case CLUSTER ->
                List.of(
                        Victim.BROKER,
                        Victim.BROKER,
                        Victim.BROKER,
                        Victim.STREAM,
                        Victim.WRITER,
                        Victim.TRAINER,
                        Victim.REGISTRY,
                        Victim.EVERYTHING);
        };
    }

    String told() {
        return name().toLowerCase(Locale.ROOT);
    }
}
