package chorus.bundle.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.bundle.figures.Figure.Line;
import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DodgeTest {
    private static Panel at(double... xs) {
        var points = Arrays.stream(xs)
                .mapToObj(x -> new Point(x, 1, OptionalDouble.of(1)))
                .toList();
        return new Panel("", "", List.of(new Line("a", points)));
    }

    @Test
    void linesStandAsideByPartsOfTheLeastDistance() {
        // 11 lines in .3 of a distance of 1: .03 each, the middle one where it is
        var dodge = Dodge.of(at(0, 1, 5), false, 11);
        assertThat(dodge.of(1, 5)).isEqualTo(1);
        assertThat(dodge.of(1, 10)).isCloseTo(1.15, within(1e-12));
        assertThat(dodge.of(0, 0)).isCloseTo(-0.15, within(1e-12));
        // of 101 lines the outermost is off by half a tenth of the axis at most
        assertThat(Dodge.of(at(0, 1), false, 101).of(1, 100)).isCloseTo(1.05, within(1e-12));
        // two lines: no further than .012 of the axis
        assertThat(Dodge.of(at(0, 1, 5), false, 2).of(1, 1)).isCloseTo(1 + 0.03, within(1e-12));
    }

    @Test
    void onALogarithmicAxisByAFactor() {
        var dodge = Dodge.of(at(1, 10, 100), true, 2);
        assertThat(dodge.of(10, 1) / 10)
                .isCloseTo(10 / dodge.of(10, 0), within(1e-12))
                .isGreaterThan(1.02);
        assertThat(dodge.of(1, 1)).isCloseTo(dodge.of(10, 1) / 10, within(1e-12));
    }

    @Test
    void oneLineOrOnePlaceStaysWhereItIs() {
        assertThat(Dodge.of(at(0, 1), false, 1).of(1, 0)).isEqualTo(1);
        assertThat(Dodge.of(at(3), false, 4).of(3, 3)).isEqualTo(3);
    }
}
