package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.tree.SettingsFault;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three members of four tracks, two of whom join in epoch 2, all in 3; held until 4, in 5 taken back. */
class PlantsFileTest {
    @TempDir
    private Path folder;

    private Collective collective(String text) throws IOException {
        var file = Files.writeString(folder.resolve("plants.csv"), text).toString();
        var settings = new CampaignSettings(
                "mine",
                new Strategy.File(file),
                Optional.empty(),
                OptionalInt.of(3),
                OptionalDouble.empty(),
                Optional.empty(),
                2,
                List.of(0.67, 1.0),
                1,
                List.of(0.0),
                Optional.empty(),
                Optional.empty());
        var training = List.of(playlist(10, 1, 2, 3, 4), playlist(11, 4, 3, 2, 1), playlist(12, 5, 6, 7, 8));
        var members = training.stream().map(KnownPlaylist::playlist).toList();
        var recruiting = new Recruiting(1, new HeldOut(1, 0, 3), IntSet.of(99));
        return recruiting.collective(
                recruiting.roster(settings, List.of(new TrackId(99)), members, training, training));
    }

    private static KnownPlaylist playlist(long id, int... tracks) {
        return new KnownPlaylist(new PlaylistId(id), tracks);
    }

    private static Place place(Collective collective, int rank, int... tracks) {
        return collective.place(collective.members().get(rank), tracks);
    }

    private static List<Long> held(Collective collective, int rank) {
        return LongStream.range(0, 8)
                .filter(epoch -> collective.holds(rank, epoch))
                .boxed()
                .toList();
    }

    @Test
    void theTargetStandsAfterTheTrackBeforeTheIndexWhereverThatIs() throws IOException {
        var collective = collective("playlist,index\n10,2\n12,0\n");
        assertThat(place(collective, 0, 1, 2, 3, 4)).isEqualTo(new Place(2, false));
        assertThat(place(collective, 0, 9, 1, 3, 2)).isEqualTo(new Place(4, false)); // after 2
        assertThat(place(collective, 0, 1, 3, 4)).isEqualTo(new Place(2, false)); // 2 has left
        assertThat(place(collective, 0, 1)).isEqualTo(new Place(1, false)); // and all beyond
        assertThat(place(collective, 2, 9, 5, 6)).isEqualTo(new Place(0, false));
        assertThat(collective.anchors()).containsExactly(new TrackId(2));
    }

    @Test
    void whoHasNoLinePlantsNothing() throws IOException {
        var collective = collective("playlist,index\n10,4\n\n12,1\n");
        assertThat(collective.size()).isEqualTo(2);
        assertThat(held(collective, 0)).containsExactly(2L, 3L, 4L);
        assertThat(held(collective, 1)).isEmpty();
        assertThat(held(collective, 2)).containsExactly(3L, 4L);
    }

    @Test
    void anEpochTakesThePlaceOfTheTurnButNotOfTheEnd() throws IOException {
        var collective = collective("\uFEFFplaylist, index, epoch\n10,1,4\n11,1,\n12,1,2\n");
        assertThat(held(collective, 0)).containsExactly(4L);
        assertThat(held(collective, 1)).containsExactly(2L, 3L, 4L);
        assertThat(held(collective, 2)).containsExactly(2L, 3L, 4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1: must be playlist,index or playlist,index,epoch",
                "index,playlist|1: must be playlist,index or playlist,index,epoch",
                "'playlist,index\n10,1,3'|2: has 3 columns: must have 2",
                "'playlist,index\n10,1\n10,2'|3: playlist = 10: is given twice: a member plants once",
                "'playlist,index\n10,5'|2: index = 5: must be a whole number in 0…4",
                "'playlist,index\n10,-1'|2: index = -1: must be a whole number in 0…4",
                "'playlist,index\n10,1.5'|2: index = 1.5: must be a whole number in 0…4",
                "'playlist,index\nten,1'|2: playlist = ten: must be a whole number",
                "'playlist,index,epoch\n10,1,1'|2: epoch = 1: must be a whole number in 2…100000",
                "'playlist,index\n13,1'|2: playlist = 13: must be one of the members of mine whose playlist is there when it"
                        + " starts, as `chorus describe collective` shows them",
            })
    void aWrongLineIsRefusedWithFileLineAndColumn(String text, String message) {
        assertThatThrownBy(() -> collective(text))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(folder.resolve("plants.csv") + ":" + message);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        var there = collective("playlist,index\n");
        assertThat(there.size()).isZero();
        var missing = folder.resolve("none.csv").toString();
        var recruiting = new Recruiting(1, new HeldOut(1, 0, 3), IntSet.of());
        var settings = there.settings();
        var other = new CampaignSettings(
                "mine",
                new Strategy.File(missing),
                settings.target(),
                settings.budget(),
                settings.alpha(),
                settings.members(),
                settings.start(),
                settings.join(),
                settings.hold(),
                settings.leave(),
                settings.knowledge(),
                settings.noise());
        var roster = recruiting.roster(other, List.of(new TrackId(99)), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> recruiting.collective(roster)).hasMessage(missing + ": there is no such file");
    }
}
