package chorus.altruism;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.altruism.sweep.Variants;
import chorus.config.Sweep;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example out of its file, as the experiment has it: the edges of WorkedExampleTest lie between its steps. */
class ExampleTest {
    @Test
    void theExperimentOfTheWorkedExampleComesToItsFigures() {
        var sweep = Sweep.load(Path.of("experiments/altruism-example.yaml"), List.of());
        var played = Variants.play(sweep.variants(), _ -> {});
        assertThat(sweep.keys()).containsExactly("altruism.share", "altruism.eta");
        for (var i = 0; i < played.size(); i++) {
            var values = sweep.variants().get(i).values();
            var eta = Double.parseDouble(values.get(1));
            var row = played.get(i).getFirst();
            var expected =
                    switch (values.getFirst()) {
                        case "0.05" -> eta < .78910 ? 20 : eta < 1.11712 ? 23 : 22;
                        case "0.1" -> eta < .57361 ? 20 : eta < 1.07573 ? 23 : 21;
                        case "0.15" -> eta < .48225 ? 20 : eta < 1.05365 ? 23 : 20;
                        case "0.25" -> eta < .39832 ? 20 : eta < 1.02996 ? 23 : 18;
                        case "0.5" -> eta < .34734 ? 20 : eta < .99748 ? 23 : 13;
                        case "0.75" -> eta < .78075 ? 20 : eta < 1.00036 ? 23 : eta < 1.03468 ? 13 : 8;
                        case "0.95" -> eta < .94683 ? 20 : 3;
                        default -> eta < .92363 ? 20 : 3;
                    };
            assertThat(row.welfare().all()).as("%s", values).isEqualTo(expected);
            assertThat(row.against().pareto()).as("%s", values).isEqualTo(expected == 23);
        }
    }
}
