package chorus.bench.contender;

import chorus.config.Settings;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;

/** The product's fold over recorded edits, none of which may be refused; every track is known. */
public record RecordedFold(PlaylistFold fold) {
    public static RecordedFold of(Settings settings) {
        return new RecordedFold(new PlaylistFold(
                new WindowPairs(settings.state().window()),
                settings.heldOut()::holds,
                settings.allWorlds().size()));
    }

    /** A recording has one campaign a world, so that the world's bit is its number. */
    public Outcome.Applied apply(PlaylistState before, PlaylistEdit edit) {
        var campaign = edit.campaign() == null ? 0 : edit.worlds().lowest();
        return switch (fold.apply(before, edit, campaign, track -> true)) {
            case Outcome.Applied applied -> applied;
            case Outcome.Refused refused ->
                throw new IllegalStateException("recorded edit " + edit + " was refused: " + refused.reason());
        };
    }
}
