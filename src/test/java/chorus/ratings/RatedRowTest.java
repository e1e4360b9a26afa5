package chorus.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatedRowTest {
    @Test
    void aWithdrawnRatingShowsWhatWasTold() {
        var row = new RatedRow();
        row.tell(5, .5);
        row.uprate(5, .9);
        row.uprate(3, .8);
        assertThat(shown(row)).isEqualTo("3=0.8 5=0.9 ");
        row.tell(3, .1);
        assertThat(shown(row)).as("told beneath").isEqualTo("3=0.8 5=0.9 ");
        row.withdraw(5);
        row.withdraw(3);
        assertThat(shown(row)).isEqualTo("3=0.1 5=0.5 ");
    }

    @Test
    void aWithdrawnRatingOfAnItemThatWasNotMetLeavesNothing() {
        var row = new RatedRow();
        row.uprate(7, .9);
        row.withdraw(7);
        row.withdraw(7);
        row.withdraw(8);
        assertThat(row.size()).isZero();
        assertThat(row.isTold(7)).isFalse();
    }

    @Test
    void whatIsToldFirstStays() {
        var row = new RatedRow();
        row.tell(1, .4);
        row.tell(1, .6);
        assertThat(shown(row)).isEqualTo("1=0.4 ");
    }

    /** Beside two maps, one over the other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRowIsTwoMaps(long seed) {
        var chance = new SplittableRandom(seed);
        var row = new RatedRow();
        var told = new TreeMap<Integer, Double>();
        var uprated = new TreeMap<Integer, Double>();
        for (var step = 0; step < 2000; step++) {
            var item = chance.nextInt(40);
            var value = chance.nextDouble();
            switch (chance.nextInt(3)) {
                case 0 -> {
                    row.tell(item, value);
                    told.putIfAbsent(item, value);
                }
                case 1 -> {
                    row.uprate(item, value);
                    uprated.put(item, value);
                }
                default -> {
                    row.withdraw(item);
                    uprated.remove(item);
                }
            }
            var expected = new TreeMap<>(told);
            expected.putAll(uprated);
            var text = new StringBuilder();
            expected.forEach(
                    (key, rating) -> text.append(key).append('=').append(rating).append(' '));
            assertThat(shown(row)).isEqualTo(text.toString());
            assertThat(row.isTold(item)).isEqualTo(told.containsKey(item));
        }
    }

    private static String shown(RatedRow row) {
        var text = new StringBuilder();
        for (var n = 0; n < row.size(); n++) {
            text.append(row.item(n)).append('=').append(row.value(n)).append(' ');
        }
        return text.toString();
    }
}
