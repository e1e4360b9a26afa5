package chorus.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is surely known of brokers and registry, without asking the doctor.
 *
 * @param brokers by number, whether it serves (true) or does not run (false); who is just coming or going is left out
 * @param registry the same of the registry
 */
record Known(Map<Integer, Boolean> brokers, Optional<Boolean> registry) {
    private static final String SILENT = "chorus: no Kafka broker answers at ";

    Known {
        brokers = Map.copyOf(brokers);
    }

    /** What both know alike: known before and after somebody was asked, it held while he answered. */
    Known and(Known other) {
        var both = new TreeMap<>(brokers);
        both.entrySet().removeIf(each -> !each.getValue().equals(other.brokers.get(each.getKey())));
        return new Known(both, registry.filter(state -> other.registry.equals(Optional.of(state))));
    }

    /** What in the doctor's words is not true, a line each. */
    List<String> untrue(Doctor.Word word) {
        var untrue = new ArrayList<String>();
        if (!brokers.isEmpty() && brokers.values().stream().noneMatch(serves -> serves)) {
            require(word.begins(SILENT), "no broker runs, and it does not say so", untrue);
        } else if (!word.begins(SILENT)) {
            brokers.forEach((node, serves) -> require(
                    word.begins((serves ? "  " : "! ") + "broker " + node + ": "),
                    "broker " + node + (serves ? " serves" : " is down") + ", and it does not say so",
                    untrue));
            registry.ifPresent(serves -> require(
                    word.begins("! registry") != serves,
                    "the registry " + (serves ? "serves" : "is down") + ", and it does not say so",
                    untrue));
        } else {
            require(!brokers.containsValue(true), "a broker serves, and it says that none answers", untrue);
        }
        require(
                (word.exitCode() == 0) != (word.begins("! ") || word.begins("chorus: ")),
                "exit code " + word.exitCode() + " is not what it says",
                untrue);
        return untrue;
    }

    private static void require(boolean holds, String otherwise, List<String> untrue) {
        if (!holds) {
            untrue.add(otherwise);
        }
    }

    @Override
    public String toString() {
        return "brokers " + new TreeMap<>(brokers) + ", registry "
                + registry.map(String::valueOf).orElse("unknown");
    }
}
