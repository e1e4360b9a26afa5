package chorus.verify;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.worlds.WorldSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What a partition of the log refuses whatever playlists hold: worlds and tracks that there are not, campaigns beyond a number. */
final class Admission {
    /** Campaigns that a partition tells apart, in the order in which their first edits applied. */
    private static final int MOST_CAMPAIGNS = 255;

    private final int worlds;
    private final IntPredicate known;
    private final Set<String> campaigns = new HashSet<>();

    /**
     * @param worlds how many the run has
     * @param known which track ids the topic {@code tracks} names
     */
    Admission(int worlds, IntPredicate known) {
        this.worlds = worlds;
        this.known = known;
    }

    boolean admits(PlaylistEdit edit) {
        return isOfTheRun(edit.worlds()) && hasRoom(edit.campaign()) && isKnown(edit.change());
    }

    /** Notes that an edit was applied: from then on its campaign is one of the partition's. */
    void applied(PlaylistEdit edit) {
        if (edit.campaign() != null) {
            campaigns.add(edit.campaign());
        }
    }

    /** A set names one of the run's worlds at least, and others only where it has all that come later. */
    private boolean isOfTheRun(WorldSet set) {
        var beyond = set.bits() >> worlds;
        return WorldSet.isValid(set.bits()) && set.lowest() < worlds && (beyond == 0 || set.bits() < 0);
    }

    private boolean hasRoom(@Nullable String campaign) {
        return campaign == null || campaigns.size() < MOST_CAMPAIGNS || campaigns.contains(campaign);
    }

    private boolean isKnown(Change change) {
        return switch (change) {
            case Change.Inserted inserted -> known.test(inserted.track().value());
            case Change.Removed removed -> known.test(removed.track().value());
            case Change.Moved moved -> known.test(moved.track().value());
            case Change.Created(), Change.Deleted() -> true;
        };
    }
}
