package chorus.ratings;

import chorus.epochs.Home;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the log must be, whatever was said before.
 *
 * @param writers how many end a round
 * @param worlds by name, the twin first
 */
public record RatingRules(int writers, int users, int items, List<String> worlds) {
    private static final double MOST = 1e6;

    public RatingRules {
        worlds = List.copyOf(worlds);
    }

    /** Why the record is refused; null where nothing is against it. */
    public @Nullable String fault(byte @Nullable [] key, RatingEntry entry, Home home) {
        return switch (entry) {
            case Said said -> fault(key, said, home);
            case RoundEnded mark -> fault(key, mark);
        };
    }

    private @Nullable String fault(byte @Nullable [] key, Said said, Home home) {
        var rating = said.rating();
        if (rating.user() < 0 || rating.user() >= users) {
            return "no-such-user";
        }
        if (rating.item() < 0 || rating.item() >= items) {
            return "no-such-item";
        }
        if (!(Math.abs(rating.value()) <= MOST)) {
            return "no-such-value";
        }
        if (said.world() != null && !worlds.contains(said.world())) {
            return "no-such-world";
        }
        if (key == null || !isKey(key, rating.user())) {
            return "key-of-another-user";
        }
        return home.isOf(key) ? null : "key-of-another-partition";
    }

    private @Nullable String fault(byte @Nullable [] key, RoundEnded mark) {
        if (mark.writers() != writers) {
            return "other-number-of-writers";
        }
        return key != null && isKey(key, -1 - mark.writer()) ? null : "key-of-another-writer";
    }

    private static boolean isKey(byte[] key, int id) {
        return key.length == Integer.BYTES && ByteBuffer.wrap(key).getInt() == id;
    }

    /** Why what is published of a user is refused; null where nothing is against it. */
    public @Nullable String fault(RatedUser user) {
        if (user.user() < 0 || user.user() >= users) {
            return "no-such-user";
        }
        for (var part : user.parts()) {
            if (part.worlds() <= 0 || part.worlds() >= 1 << worlds.size()) {
                return "no-such-world";
            }
            for (var n = 0; n < part.items().length; n++) {
                if (part.items()[n] < 0 || part.items()[n] >= items) {
                    return "no-such-item";
                }
                if (!(Math.abs(part.values()[n]) <= MOST)) {
                    return "no-such-value";
                }
            }
        }
        return null;
    }

    /** The worlds in which something is said, as bits of their places. */
    public int worldsOf(Said said) {
        return said.world() == null ? (1 << worlds.size()) - 1 : 1 << worlds.indexOf(said.world());
    }
}
