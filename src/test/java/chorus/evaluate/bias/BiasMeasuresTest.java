package chorus.evaluate.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.rows.results.Figures;
import chorus.state.popularity.LongTail;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BiasMeasuresTest {
    @Test
    void giniOfAWorkedExample() {
        // sorted 0, 1, 1, 4: (−3·0 − 1·1 + 1·1 + 3·4) / (3·6) = 12/18
        assertThat(Gini.of(new long[] {1, 4, 0, 1})).isCloseTo(12 / 18.0, within(1e-15));
    }

    /** As in the code of Elliot 0.3.1 and RecBole 1: divided by n − 1, from 1 down; divided by n. */
    @Test
    void othersGiniOfTheSameExample() {
        assertThat(Gini.elliot(new long[] {1, 4, 0, 1})).isCloseTo(1 - 12 / (6 * 3.0), within(1e-15));
        assertThat(Gini.recBole(new long[] {1, 4, 0, 1})).isCloseTo(12 / (6 * 4.0), within(1e-15));
    }

    @Test
    void giniIsZeroForEqualityAndOneForASingleTrack() {
        assertThat(Gini.of(new long[] {3, 3, 3, 3, 3})).isZero();
        assertThat(Gini.of(new long[] {0, 0, 9, 0, 0})).isEqualTo(1);
        assertThat(Gini.of(new long[] {5})).isZero();
        assertThat(Gini.of(new long[] {0, 0})).isZero();
    }

    @Test
    void theTopTenthTakesItsPartOfATrack() {
        // a tenth of 5 tracks is half a track: half of 6, of 10 recommendations
        assertThat(LorenzShare.topTenth(new long[] {1, 6, 0, 1, 2})).isEqualTo(0.3);
        // equality: a tenth of the tracks holds a tenth
        assertThat(LorenzShare.topTenth(new long[] {2, 2, 2, 2})).isEqualTo(0.1);
    }

    @Test
    void theTopTenthOfTwentyTracksAreTheTwoLargest() {
        var counts = new long[20];
        counts[3] = 5;
        counts[7] = 2;
        counts[9] = 1;
        assertThat(LorenzShare.topTenth(counts)).isEqualTo(7 / 8.0);
    }

    @Test
    void entropyIsInBits() {
        // shares ½, ¼, ¼: ½·1 + ¼·2 + ¼·2
        assertThat(Entropy.of(new long[] {2, 0, 1, 1}, 4)).isCloseTo(1.5, within(1e-15));
        assertThat(Entropy.of(new long[] {0, 7}, 7)).isZero();
    }

    @Test
    void allMeasuresOfAWorkedExample() {
        // tracks 0…4 in 4, 3, 2, 0, 1 playlists; track 3 is not in the catalogue; artists 0, 0, 1, 2 and unknown
        var trackCounts = new int[] {4, 3, 2, 0, 1};
        var artists = new int[] {0, 0, 1, 2, -1};
        var repertoire = Repertoire.of(trackCounts, track -> artists[track]);
        var tally = new RecommendationTally();
        tally.add(new int[] {0, 1});
        tally.add(new int[] {0, 4});
        tally.add(new int[] {0});
        var bias = BiasMeasures.of(tally, repertoire, LongTail.of(trackCounts, 0.6));
        // tracks 0, 1, 2, 4 got 3, 1, 0, 1: sorted 0, 1, 1, 3: (−1 + 1 + 9) / (3·5)
        assertThat(bias.of("gini_tracks").orElseThrow()).isCloseTo(9 / 15.0, within(1e-15));
        // artists 0 and 1 got 4 and 0
        assertThat(bias.of("gini_artists").orElseThrow()).isEqualTo(1);
        // 0.4 of a track of 3 in 5; 0.2 of an artist of 4 in 4
        assertThat(bias.of("lorenz_top10_tracks").orElseThrow()).isCloseTo(0.4 * 3 / 5, within(1e-15));
        assertThat(bias.of("lorenz_top10_artists").orElseThrow()).isCloseTo(0.2, within(1e-15));
        // (3·4 + 1·3 + 1·1) / 5
        assertThat(bias.of("arp").orElseThrow()).isEqualTo(16 / 5.0);
        // head: 4 + 3 ≥ 6 of 10, tracks 0 and 1; one of five recommendations is track 4
        assertThat(bias.of("aplt").orElseThrow()).isEqualTo(1 / 5.0);
        assertThat(bias.of("coverage").orElseThrow()).isEqualTo(3 / 4.0);
        // shares 3/5, 1/5, 1/5: 0.6·0.73697 + 2·0.2·2.32193 = 1.37095
        assertThat(bias.of("entropy").orElseThrow()).isCloseTo(1.37095, within(5e-6));
    }

    @Test
    void withoutRecommendationsThereIsNoBias() {
        var counts = new int[] {1};
        var repertoire = Repertoire.of(counts, _ -> -1);
        assertThat(BiasMeasures.of(new RecommendationTally(), repertoire, LongTail.of(counts, 0.8)))
                .isEqualTo(Figures.NONE);
    }

    @Test
    void mergedTalliesGiveTheMeasuresOfTheWhole() {
        for (var seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var trackCounts = random.ints(40, 1, 30).toArray();
            var whole = new RecommendationTally();
            var parts = new RecommendationTally[] {new RecommendationTally(), new RecommendationTally()};
            for (var list = 0; list < 20; list++) {
                var tracks = random.ints(random.nextInt(12), 0, 40).distinct().toArray();
                whole.add(tracks);
                parts[random.nextInt(2)].add(tracks);
            }
            parts[0].merge(parts[1]);
            var repertoire = Repertoire.of(trackCounts, track -> track % 7);
            var tail = LongTail.of(trackCounts, 0.8);
            assertThat(BiasMeasures.of(parts[0], repertoire, tail))
                    .as("seed %d", seed)
                    .isEqualTo(BiasMeasures.of(whole, repertoire, tail));
        }
    }
}
