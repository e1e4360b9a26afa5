package chorus.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.cli.frame.PlaceOptions.Place;
import chorus.cli.frame.PlaceOptions.PlaceTaken;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.events.Simulation;
import chorus.events.ratings.RatingTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory holds a run of one simulation, and goes on with its own course. */
class SimulationTest {
    @TempDir
    Path directory;

    private Place place() {
        return new Place(directory, directory.resolve("data"));
    }

    private static Settings settings(String... sets) {
        return SettingsLoader.load(Optional.empty(), List.of(sets));
    }

    @Test
    void aRunOfOneIsNoPlaceForTheOther() {
        place().keep(settings(), RatingTopics.SIMULATION);
        assertThatThrownBy(() -> place().requireSameCourse(settings(), Simulation.PLAYLISTS))
                .isInstanceOf(PlaceTaken.class)
                .hasMessageContaining("holds a run of altruism, not of playlists; name another --out")
                .hasMessageNotContaining("\n");
        assertThat(PlaceOptions.simulation(directory.resolve("data"))).isEqualTo("altruism");
    }

    @Test
    void aRunThatDoesNotSayIsOneOfPlaylists() throws Exception {
        place().keep(settings(), Simulation.PLAYLISTS);
        Files.delete(directory.resolve("data/simulation"));
        assertThatCode(() -> place().requireSameCourse(settings(), Simulation.PLAYLISTS))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> place().requireSameCourse(settings(), RatingTopics.SIMULATION))
                .isInstanceOf(PlaceTaken.class)
                .hasMessageContaining("holds a run of playlists");
    }

    @Test
    void whatDecidesTheCourseOfOneIsNothingToTheOther() {
        place().keep(settings(), RatingTopics.SIMULATION);
        assertThatCode(() -> place().requireSameCourse(
                                settings("simulate.playlists=50", "stream.threads=3"), RatingTopics.SIMULATION))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> place().requireSameCourse(
                                settings("altruism.eta=0.3", "altruism.share=0.1"), RatingTopics.SIMULATION))
                .isInstanceOf(PlaceTaken.class)
                .hasMessageContaining("altruism.share = 0.32 there, 0.1 here; altruism.eta = 0.2 there, 0.3 here");
    }
}
