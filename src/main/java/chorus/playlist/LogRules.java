package chorus.playlist;

import chorus.epochs.Home;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the log must be, whatever playlists hold: its key is its playlist's id, or that of its writer's marks, and a
 * mark names the run's number of writers. A first mark of another number would else decide for all, and no epoch would end. A playlist is
 * created in the partition of its key alone, so that it cannot come to be in two.
 *
 * @param writers how many end an epoch
 */
public record LogRules(int writers) {
    /** Why the record is refused; null where nothing is against it. */
    public @Nullable String fault(byte @Nullable [] key, LogEntry entry, Home home) {
        return switch (entry) {
            case PlaylistEdit edit -> fault(key, edit, home);
            case EpochEnded mark -> fault(key, mark);
        };
    }

    private static @Nullable String fault(byte @Nullable [] key, PlaylistEdit edit, Home home) {
        if (key == null || !isKey(key, edit.playlist().value())) {
            return "key-of-another-playlist";
        }
        if (edit.change() instanceof Change.Created && !home.isOf(key)) {
            return "key-of-another-partition";
        }
        var campaign = edit.campaign();
        return campaign == null || campaign.length() <= Campaign.LONGEST_NAME ? null : "campaign-name-too-long";
    }

    private @Nullable String fault(byte @Nullable [] key, EpochEnded mark) {
        if (mark.writers() != writers) {
            return "other-number-of-writers";
        }
        return isKey(key, -1L - mark.writer()) ? null : "key-of-another-writer";
    }

    private static boolean isKey(byte @Nullable [] key, long id) {
        return key != null && key.length == Long.BYTES && ByteBuffer.wrap(key).getLong() == id;
    }
}
