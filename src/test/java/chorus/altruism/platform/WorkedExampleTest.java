package chorus.altruism.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.AltruismSettings.Tolerance;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 20 of the majority (item 0 worth 1 to them, to the first ten also item 1 worth .5) and 3 of the minority (item 2 worth 1, item 3
 * worth .4); a = 2. The first of the majority say η of item 2. The edges were found by two other routes to the SVD.
 */
class WorkedExampleTest {
    private static final double STEP = 1e-5;

    @Test
    void theHonestPlatformKeepsTheMajoritysDirection() {
        var completion = complete(0, 0);
        assertThat(completion.singular()).containsExactly(new double[] {4.6182, 1.8655, 1.0827, 0}, within(5e-5));
        assertThat(completion.kept()).isEqualTo(1);
        assertThat(welfare(completion)).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "1, .78910, 20, 23",
        "1, 1.11712, 23, 22",
        "2, .57361, 20, 23",
        "2, 1.07573, 23, 21",
        "3, .48225, 20, 23",
        "3, 1.05365, 23, 20",
        "5, .39832, 20, 23",
        "5, 1.02996, 23, 18",
        "10, .34734, 20, 23",
        "10, .99748, 23, 13",
        "15, .78075, 20, 23",
        "15, 1.00036, 23, 13",
        "15, 1.03468, 13, 8",
        "19, .94683, 20, 3",
        "20, .92363, 20, 3",
    })
    void welfareChangesAtTheseValues(int members, double edge, double below, double above) {
        assertThat(welfare(complete(members, edge - STEP))).isCloseTo(below, within(1e-12));
        assertThat(welfare(complete(members, edge + STEP))).isCloseTo(above, within(1e-12));
    }

    private static Completion complete(int members, double eta) {
        var ratings = new DMatrixRMaj(23, 4);
        for (var user = 0; user < 23; user++) {
            for (var item = 0; item < 4; item++) {
                ratings.set(user, item, user < members && item == 2 ? eta : truth(user, item));
            }
        }
        return new Truncation(new Tolerance.Absolute(2), ItemWeights.NONE).of(ratings);
    }

    private static double truth(int user, int item) {
        return switch (item) {
            case 0 -> user < 20 ? 1 : 0;
            case 1 -> user < 10 ? .5 : 0;
            case 2 -> user < 20 ? 0 : 1;
            default -> user < 20 ? 0 : .4;
        };
    }

    private static double welfare(Completion completion) {
        var picks = Picks.of(completion, Double.NEGATIVE_INFINITY);
        var sum = 0.0;
        for (var user = 0; user < 23; user++) {
            sum += truth(user, picks[user]);
        }
        return sum;
    }
}
