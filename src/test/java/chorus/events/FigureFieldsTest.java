package chorus.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.evaluate.Measures;
import chorus.events.avro.Accuracy;
import chorus.events.avro.Bias;
import chorus.events.avro.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class FigureFieldsTest {
    /** Counts of the row that are no measures, and where the two inner records stand. */
    private static final List<String> OTHERS = List.of(
            "generation",
            "world",
            "campaign",
            "recommender",
            "test_playlists",
            "members",
            "alpha",
            "hits",
            "twin_hits",
            "accuracy",
            "bias");

    @Test
    void everyMeasureHasAField() {
        assertThat(Stream.of(EvaluationRow.getClassSchema(), Accuracy.getClassSchema(), Bias.getClassSchema())
                        .flatMap(schema -> schema.getFields().stream())
                        .map(Schema.Field::name)
                        .filter(name -> !OTHERS.contains(name)))
                .containsExactlyInAnyOrderElementsOf(
                        Measures.ALL.stream().map(Measure::name).toList());
    }

    @Test
    void aPartOfARecordsFiguresIsRefused() {
        var part = new Figures(Map.of("ndcg", 0.3));
        assertThatThrownBy(() -> FigureFields.putAll(part, new Accuracy())).hasMessageContaining("Accuracy lacks 5");
    }

    @Test
    void withoutFiguresThereIsNoRecord() {
        assertThat(FigureFields.putAll(Figures.NONE, new Bias())).isNull();
        assertThat(FigureFields.readAll(null)).isEqualTo(Figures.NONE);
    }
}
