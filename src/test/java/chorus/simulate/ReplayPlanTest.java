package chorus.simulate;

import static chorus.simulate.SomeSettings.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import chorus.config.CampaignSettings.Strategy;
import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import chorus.simulate.replay.input.Remark;
import chorus.worlds.WorldSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayPlanTest {
    private static final Path SHARED = Path.of("../shared");
    private static final Path AIRPLAY = SHARED.resolve("data/airplay");
    private static final SomeSettings THREE_EPOCHS = SomeSettings.of(1, 1, 0).fillEpochs(3);

    @TempDir
    Path directory;

    /** Eight playlists with pids 0, 10, … 70, each of the same 25 tracks. */
    private ReplayPlan plan(SomeSettings some, Map<String, TrackId> known) throws IOException {
        var tracks = IntStream.range(0, 25)
                .mapToObj(i ->
                        "{\"pos\":%1$d,\"track_uri\":\"t%1$d\",\"track_name\":\"T\",\"artist_uri\":\"a\",\"artist_name\":\"A\"}"
                                .formatted(i))
                .collect(Collectors.joining(","));
        var playlists = IntStream.range(0, 8)
                .mapToObj(i ->
                        "{\"pid\":%d,\"modified_at\":%d,\"tracks\":[%s]}".formatted(10 * i, 1_500_000_000 + i, tracks))
                .collect(Collectors.joining(","));
        Files.writeString(directory.resolve("mpd.slice.0-999.json"), "{\"playlists\":[" + playlists + "]}");
        return ReplayPlan.of(Reading.of(directory, Rules.USUAL).require(), some.settings(), known);
    }

    private static Recorded run(SomeSettings some, ReplayPlan plan) {
        return Recorded.run(some.settings(), plan, 0);
    }

    @Test
    void playlistsAreAppendedToOverTheFillEpochsInOrderOfPid() throws IOException {
        var edits = run(THREE_EPOCHS, plan(THREE_EPOCHS, Map.of())).edits();
        var created = edits.stream()
                .filter(edit -> edit.change() instanceof Change.Created)
                .toList();
        // eight playlists over three epochs: 0…8·1/3 = 2, …8·2/3 = 5, …8
        assertThat(created).extracting(PlaylistEdit::epoch).containsExactly(0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L);
        assertThat(created)
                .extracting(edit -> edit.playlist().value())
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L);
        assertThat(edits.subList(1, 26))
                .extracting(PlaylistEdit::change)
                .isEqualTo(IntStream.range(0, 25)
                        .mapToObj(i -> new Change.Inserted(new TrackId(i), i))
                        .toList());
        assertThat(edits.get(25).eventTime()).isEqualTo(1_500_000_000_000L);
    }

    @Test
    void withoutCampaignsItEndsWithTheFillAndPlantsNothing() throws IOException {
        var run = run(THREE_EPOCHS, plan(THREE_EPOCHS, Map.of()));
        assertThat(run.all(EpochEnded.class)).extracting(EpochEnded::epoch).containsExactly(0L, 1L, 2L);
        assertThat(run.edits()).allMatch(edit -> edit.worlds().equals(WorldSet.ALL));
    }

    @Test
    void campaignsCountFromTheEndOfTheFillAndTheirEndIsSeen() throws IOException {
        var some = THREE_EPOCHS.with(
                campaign("lift", new Strategy.DirLoF(), 2, 1, List.of(0.5, 1.0), 1, List.of(0.0)),
                campaign("stay", new Strategy.AtTheEnd(), 1, 2, List.of(1.0), 0, List.of()));
        var run = run(some, plan(some, Map.of()));
        var lift = run.all(Campaign.class).get(0);
        assertThat(lift.start()).isEqualTo(3); // fill: 0, 1, 2
        assertThat(lift.end()).isEqualTo(6); // joins in 3 and 4, holds in 5, leaves in 6
        assertThat(lift.targets()).containsExactly(new TrackId(25));
        assertThat(run.all(EpochEnded.class))
                .extracting(EpochEnded::epoch)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(run.edits().stream().filter(edit -> edit.campaign() != null))
                .extracting(
                        edit -> edit.epoch() + " " + edit.change().getClass().getSimpleName())
                .containsExactly("3 Inserted", "4 Inserted", "4 Inserted", "6 Removed", "6 Removed");
    }

    @Test
    void aLaterReplayGoesOnCountingAndNamesOnlyNewTracks() throws IOException {
        var some = THREE_EPOCHS.with(campaign("lift", new Strategy.DirLoF(), 2, 1, List.of(1.0), 0, List.of(0.0)));
        var known = IntStream.range(0, 20).boxed().collect(Collectors.toMap(i -> "t" + i, TrackId::new));
        known.put("chorus:target:lift", new TrackId(40));
        var run = run(some, plan(some, known));
        assertThat(run.all(Track.class))
                .extracting(track -> track.id().value())
                .containsExactly(41, 42, 43, 44, 45, 40);
    }

    @Test
    void theAirplaySlicesGoThroughWithACampaign() {
        Needed.files(AIRPLAY, SHARED);
        var some = SomeSettings.of(1, 1, 0)
                .with(campaign("lift", new Strategy.DirLoF(), 12, 1, List.of(1.0), 0, List.of(0.0)));
        var reading = Reading.of(AIRPLAY, new Rules(true, false)).require();
        var plan = ReplayPlan.of(reading, some.settings(), Map.of());
        var lists = new NaiveLists();
        run(some, plan).edits().forEach(lists::apply);
        // 22,993 + 6,757 plays, of which 145 + 82 are repeats in their playlist; 1,920 tracks
        assertThat(plan.playlists()).isEqualTo(1284);
        assertThat(reading.count(Remark.REPEATED)).isEqualTo(227);
        assertThat(lists.entries(1)).isEqualTo(29_523);
        assertThat(lists.view(1)).isEqualTo(lists.view(NaiveLists.TWIN));
        assertThat(plan.target(0, "x")).isEqualTo(new TrackId(1920));
    }
}
