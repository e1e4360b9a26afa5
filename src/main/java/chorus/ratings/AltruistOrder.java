package chorus.ratings;

import chorus.orders.AnyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run is told about altruists while it goes, as it is sent. */
public sealed interface AltruistOrder extends AnyOrder {
    /**
     * Those of a world who wait begin to act.
     *
     * @param world empty for the first one whose altruists wait
     * @param own what they have of their own: keys of a world in the settings, with values as they are written there
     */
    record Start(Optional<String> world, SortedMap<String, String> own) implements AltruistOrder {
        public Start {
            own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        }

        public Start(Optional<String> world, Map<String, String> own) {
            this(world, new TreeMap<>(own));
        }
    }

    /** Those of a world act no more, and take their ratings back. */
    record End(String world) implements AltruistOrder {}

    /** The world; of no letters where none is named. */
    @Override
    default String subject() {
        return switch (this) {
            case Start(var world, var _) -> world.orElse("");
            case End(var world) -> world;
        };
    }
}
