package chorus.events;

import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.Refused;
import chorus.rows.SomeFigures;
import chorus.rows.TrackCountRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A topic with fixed values of every kind that it carries; in the order in which {@link Events} registers schemas. */
record GoldenTopic<T>(String name, String record, Function<Events, Codec<T>> codec, List<T> values) {
    private static final CountsMark MARK =
            new CountsMark(4, 1, 2, new WorldDigest(-9, 12, 5), new WorldDigest(77, 11, 5));

    private static final Figures EFFECT = new Figures(Map.of(
            "amplification_per_playlist", 2.5,
            "amplification_per_frequency", 2.5,
            "success_rate", 2.5,
            "success_rate_anchor_in_seed", 2.5,
            "success_rate_anchor_in_twin", 2.5));

    static final List<GoldenTopic<?>> ALL = List.of(
            new GoldenTopic<>(
                    "tracks",
                    "Track",
                    Events::tracks,
                    List.of(new Track(new TrackId(12), "spotify:track:12", "Twelve", "spotify:artist:3", "Bjørk"))),
            new GoldenTopic<>(
                    "campaigns",
                    "Campaign",
                    Events::campaigns,
                    List.of(
                            new Campaign(
                                    "lift",
                                    new TrackId(900),
                                    "DirLoF",
                                    45,
                                    2,
                                    9,
                                    List.of(new TrackId(4), new TrackId(70))),
                            new Campaign("noise", new TrackId(901), "Random", 45, 2, Long.MAX_VALUE, List.of()))),
            new GoldenTopic<>(
                    "playlist-edits",
                    "PlaylistEdit",
                    Events::edits,
                    List.of(
                            edit(1, World.BOTH, new Change.Created()),
                            edit(2, World.BOTH, new Change.Inserted(new TrackId(300), 0)),
                            edit(3, World.FACTUAL, new Change.Removed(new TrackId(300), 1)),
                            edit(4, World.COUNTERFACTUAL, new Change.Moved(new TrackId(300), 5, 2)),
                            edit(5, World.BOTH, new Change.Deleted()),
                            new EpochEnded(6, 1, 2, 1_700_000_000_000L))),
            new GoldenTopic<>(
                    "edits-refused",
                    "Refused",
                    Events::refused,
                    List.of(new Refused(new byte[] {0, 1, -1}, "playlist-edits", 3, 1234567, "unknown magic byte 7"))),
            new GoldenTopic<>(
                    "playlists",
                    "Playlists",
                    Events::playlists,
                    List.of(
                            playlist(new int[] {1, 2, 3}),
                            new PlaylistRow(8, new int[] {1, 2, 3}, new int[] {1, 3}),
                            new PlaylistsMark(4, 1, 2, 90, 10, 5000, 3))),
            new GoldenTopic<>(
                    "neighbours",
                    "Neighbours",
                    Events::neighbours,
                    List.of(
                            pairs(new PairCounts(new int[] {5, 1}, new int[] {2, 0})),
                            new PairRow(
                                    3,
                                    1,
                                    2,
                                    new int[] {40, 41},
                                    new PairCounts(new int[] {5, 1}, new int[] {2, 0}),
                                    new PairCounts(new int[] {5, 0}, new int[] {2, 0})),
                            MARK)),
            new GoldenTopic<>(
                    "track-counts", "TrackCounts", Events::trackCounts, List.of(new TrackCountRow(3, 17, 16), MARK)),
            new GoldenTopic<>(
                    "generations",
                    "Generation",
                    Events::generations,
                    List.of(
                            new GenerationRow(4, "PooledNN", 5000, 3, 90, 10, 800, 12000, ""),
                            new GenerationRow(5, "PooledNN", 5000, 3, 90, 10, 800, 12000, "superseded"))),
            new GoldenTopic<>(
                    "evaluations",
                    "Evaluation",
                    Events::evaluations,
                    List.of(List.of(
                            evaluation(
                                    EFFECT,
                                    SomeFigures.accuracy(.1, .2, .3, .4, .5, 6)
                                            .and(SomeFigures.bias(.1, .2, .3, .4, .5, .6, .7, 8))),
                            evaluation(Figures.NONE, Figures.NONE)))));

    private static LogEntry edit(long sequence, World world, Change change) {
        return new PlaylistEdit(
                new PlaylistId(1000), new ListenerId(77), 6, 1_700_000_000_000L, sequence, world, change);
    }

    private static PlaylistRow playlist(int[] bothWorlds) {
        return new PlaylistRow(7, bothWorlds, bothWorlds);
    }

    private static PairRow pairs(PairCounts bothWorlds) {
        return new PairRow(3, 0, 2, new int[] {4, 9}, bothWorlds, bothWorlds);
    }

    private static EvaluationRow evaluation(Figures gained, Figures figures) {
        var effect = new EvaluationRow.Effect(45, .01, 12, 1, gained);
        return new EvaluationRow(4, World.FACTUAL, "lift", 500, effect, figures);
    }

    @Override
    public String toString() {
        return name;
    }
}
