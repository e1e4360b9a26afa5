package chorus.events;

import chorus.orders.OrderDecision;
import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.SomeCampaign;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.CampaignOrder;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.Refused;
import chorus.rows.SomeFigures;
import chorus.rows.TrackCountRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A topic with fixed values of every kind that it carries; in the order in which {@link Events} registers schemas. */
record GoldenTopic<T>(String name, String record, Function<Events, Codec<T>> codec, List<T> values) {
    /** The versions that brought fields which a topic's last values use, one each. */
    private static final Map<String, List<String>> SINCE = Map.of(
            "campaigns", List.of("v4", "v7"), "evaluations", List.of("v4", "v5", "v7"), "generations", List.of("v6"));

    /** The versions that brought a topic. */
    private static final Map<String, String> BEGAN = Map.of("campaign-orders", "v6");

    /** Whether a version had the topic. */
    boolean isIn(String version) {
        return version.compareTo(BEGAN.getOrDefault(name, "")) >= 0;
    }

    /** What the golden file of a version holds: all but the values that use what it lacks, which stand last. */
    List<T> valuesOf(String version) {
        var lacks = SINCE.getOrDefault(name, List.of()).stream()
                .filter(since -> version.compareTo(since) < 0)
                .count();
        return values.subList(0, values.size() - (int) lacks);
    }

    private static final CountsMark MARK = new CountsMark(
            4,
            1,
            2,
            List.of(new OfWorld("twin", new WorldDigest(-9, 12, 5)), new OfWorld("lift", new WorldDigest(77, 11, 5))));

    private static final Figures EFFECT = new Figures(Map.of(
            "amplification_per_playlist", 2.5,
            "amplification_per_frequency", 2.5,
            "success_rate", 2.5,
            "success_rate_anchor_in_seed", 2.5,
            "success_rate_anchor_in_twin", 2.5,
            "interference", -0.5));

    /** Since v4. */
    private static final Figures LATER_EFFECT = new Figures(Map.of(
            "success_rate_rare_seed", 0.5,
            "target_reciprocal_rank", 0.25,
            "loss_clicks_adversarial", 2.5));

    /** Since v5. */
    private static final Figures SERVICE =
            new Figures(Map.of("scene_tests", 0.25, "scene_served", 0.5, "others_ndcg_twin", 0.125));

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
                            SomeCampaign.of(
                                    "lift",
                                    List.of(new TrackId(900)),
                                    "DirLoF",
                                    45,
                                    2,
                                    9,
                                    List.of(new TrackId(4), new TrackId(70))),
                            SomeCampaign.of(
                                    "noise",
                                    List.of(new TrackId(901), new TrackId(902)),
                                    "Random",
                                    45,
                                    2,
                                    Long.MAX_VALUE,
                                    List.of()),
                            new Campaign(
                                    "late",
                                    List.of(new TrackId(903)),
                                    "DirLoF",
                                    45,
                                    2,
                                    9,
                                    List.of(new TrackId(4), new TrackId(70)),
                                    List.of(3, 1),
                                    List.of()),
                            new Campaign(
                                    "estimated",
                                    List.of(new TrackId(904)),
                                    "DirLoF",
                                    45,
                                    2,
                                    9,
                                    List.of(new TrackId(4), new TrackId(70)),
                                    List.of(3, 1),
                                    List.of(.002, .0004)))),
            new GoldenTopic<>(
                    "playlist-edits",
                    "PlaylistEdit",
                    Events::edits,
                    List.of(
                            edit(1, WorldSet.ALL, null, new Change.Created()),
                            edit(2, WorldSet.ALL, null, new Change.Inserted(new TrackId(300), 0)),
                            edit(3, WorldSet.only(1), "lift", new Change.Inserted(new TrackId(900), 1, true)),
                            edit(4, WorldSet.only(1), "lift", new Change.Removed(new TrackId(900), 1)),
                            edit(5, new WorldSet(-5), null, new Change.Moved(new TrackId(300), 5, 2)),
                            edit(6, WorldSet.ALL, null, new Change.Deleted()),
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
                            new PlaylistRow(7, new int[] {1, 2, 3}, List.of()),
                            new PlaylistRow(8, new int[] {1, 2, 3}, List.of(new PlaylistRow.View(6, new int[] {1, 3}))),
                            new PlaylistsMark(4, 1, 2, List.of("twin", "lift"), 90, 10, Map.of("lift", 45L), 5000, 3))),
            new GoldenTopic<>(
                    "neighbours",
                    "Neighbours",
                    Events::neighbours,
                    List.of(
                            pairs(0, Differing.NONE),
                            pairs(
                                    1,
                                    new Differing(
                                            new int[] {1, 1},
                                            new int[] {2, 12},
                                            new PairCounts(new int[] {0, 3}, new int[] {0, 1}))),
                            MARK)),
            new GoldenTopic<>(
                    "track-counts",
                    "TrackCounts",
                    Events::trackCounts,
                    List.of(
                            new TrackCountRow(3, 17, new int[] {2, 4}, new int[] {16, 20}),
                            new TrackCountRow(4, 1),
                            MARK)),
            new GoldenTopic<>(
                    "generations",
                    "Generation",
                    Events::generations,
                    List.of(
                            new GenerationRow(4, "PooledNN", 5000, 3, 90, 10, 800, 12000, ""),
                            new GenerationRow(5, "PooledNN", 5000, 3, 90, 10, 800, 12000, "superseded"),
                            new GenerationRow(
                                    6,
                                    "PooledNN",
                                    5000,
                                    3,
                                    90,
                                    10,
                                    800,
                                    12000,
                                    "",
                                    List.of(
                                            OrderDecision.accepted(3, 7, "epoch: 7\norder: AddWorld\nworld: mine\n"),
                                            OrderDecision.refused(4, "world = mine: is there already"))))),
            new GoldenTopic<>(
                    "evaluations",
                    "Evaluation",
                    Events::evaluations,
                    List.of(
                            List.of(
                                    evaluation(
                                            EFFECT,
                                            SomeFigures.accuracy(.1, .2, .3, .4, .5, 6)
                                                    .and(SomeFigures.bias(.1, .2, .3, .4, .5, .6, .7, 8))),
                                    evaluation(Figures.NONE, Figures.NONE)),
                            List.of(evaluation(
                                    LATER_EFFECT,
                                    SomeFigures.accuracy(.1, .2, .3, .4, .5, 6)
                                            .and(SomeFigures.bias(.1, .2, .3, .4, .5, .6, .7, 8))
                                            .and(SomeFigures.laterBias(.9, .8)))),
                            List.of(evaluation(SERVICE, Figures.NONE)),
                            List.of(evaluation(
                                    new Figures(Map.of("members_ndcg", 0.75, "members_loss_precision", 0.125)),
                                    Figures.NONE)))),
            new GoldenTopic<>(
                    "campaign-orders",
                    "CampaignOrder",
                    Events::orders,
                    List.of(
                            new CampaignOrder.Start(
                                    "late",
                                    "{InsertAt: 3}",
                                    Optional.of("{new: song}"),
                                    OptionalInt.of(20),
                                    OptionalDouble.empty(),
                                    List.of(0.5, 1.0),
                                    2,
                                    List.of(0.0),
                                    Optional.of("own"),
                                    Optional.empty(),
                                    Optional.of("mine")),
                            new CampaignOrder.Start(
                                    "plain",
                                    "DirLoF",
                                    Optional.empty(),
                                    OptionalInt.empty(),
                                    OptionalDouble.of(0.01),
                                    List.of(1.0),
                                    0,
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            new CampaignOrder.End("late", true),
                            new CampaignOrder.AddWorld("mine"))));

    private static LogEntry edit(long sequence, WorldSet worlds, @Nullable String campaign, Change change) {
        return new PlaylistEdit(
                new PlaylistId(1000), new ListenerId(77), 6, 1_700_000_000_000L, sequence, worlds, campaign, change);
    }

    private static PairRow pairs(int chunk, Differing differing) {
        var twin = new PairCounts(new int[] {5, 1}, new int[] {2, 0});
        return new PairRow(3, chunk, 2, new int[] {4, 9}, twin, differing);
    }

    private static EvaluationRow evaluation(Figures gained, Figures figures) {
        var effect = new EvaluationRow.Effect(45, .01, 12, 1, gained);
        return new EvaluationRow(4, "lift", "lift", "PooledNN", 500, effect, figures);
    }

    @Override
    public String toString() {
        return name;
    }
}
