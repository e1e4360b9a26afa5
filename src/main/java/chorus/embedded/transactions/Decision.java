package chorus.embedded.transactions;

import java.util.List;
import java.util.function.Predicate;

/** What the coordinator had decided on a transaction that it has forgotten: what KIP-664's rule for hanging ones leaves open. */
sealed interface Decision {
    /** The ending whose marker is missing. */
    record Known(Ending ending) implements Decision {
        @Override
        public String toString() {
            return ending.commits() ? "COMMIT" : "ABORT";
        }
    }

    /** No single ending can be named. */
    record Unknown(String why) implements Decision {
        @Override
        public String toString() {
            return "unknown (" + why + ")";
        }
    }

    /**
     * The decision on {@code open}, by the endings of all producers in the order of the log.
     *
     * <p>From version 2 on each transaction has an epoch of its own: the first ending beyond the data's epoch is its ending, and
     * must name the partition. Before, an epoch serves many transactions: the endings of that epoch that name the partition, and
     * the aborts with which a coordinator fenced it, must all agree.
     */
    static Decision on(OpenTransaction open, List<Ending> endings) {
        var ofProducer = endings.stream()
                .filter(ending -> ending.producer() == open.producer())
                .toList();
        var next = ofProducer.stream()
                .filter(ending -> ending.version() >= 2 && ending.epoch() > open.epoch())
                .findFirst();
        if (next.isPresent()) {
            return next.filter(ending -> ending.partitions().contains(open.partition()))
                    .<Decision>map(Known::new)
                    .orElse(new Unknown("the ending after epoch " + open.epoch() + " does not name the partition"));
        }
        return sharedEpoch(ofProducer.stream().filter(mayEnd(open)).toList());
    }

    private static Predicate<Ending> mayEnd(OpenTransaction open) {
        return ending -> ending.version() < 2
                && ending.partitions().contains(open.partition())
                && (ending.epoch() == open.epoch() || !ending.commits() && ending.epoch() == open.epoch() + 1);
    }

    private static Decision sharedEpoch(List<Ending> endings) {
        if (endings.isEmpty()) {
            return new Unknown("no ending of it is kept in __transaction_state");
        }
        var commits = endings.getFirst().commits();
        return endings.stream().allMatch(ending -> ending.commits() == commits)
                ? new Known(endings.getLast())
                : new Unknown("its epoch has endings of both kinds");
    }
}
