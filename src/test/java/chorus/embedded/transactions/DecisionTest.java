package chorus.embedded.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which decision stands for a hanging transaction: producer 3, open in a changelog's partition 1, written in epoch 4. */
class DecisionTest {
    private static final TopicPartition JOURNAL = new TopicPartition("chorus-stream-journal-changelog", 1);
    private static final OpenTransaction OPEN = new OpenTransaction(JOURNAL, 3, 4, 0, 1200, 1_760_000_000_000L);

    /**
     * An ending is written producer/epoch/version, C or A, and the partitions with missing markers: j the one in question, o
     * another. The first row is the hang as it was found: the coordinator was at epoch 8 and listed nothing any more.
     */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            3/4/2 C o, 3/5/2 C jo, 3/6/2 C o, 3/7/2 A o, 3/8/2 C o | COMMIT
            3/5/2 A j                                              | ABORT
            3/6/2 A jo                                             | ABORT
            3/4/2 A j, 3/5/2 C j, 3/6/2 A j                        | COMMIT
            9/5/2 A j, 3/5/2 C j                                   | COMMIT
            3/5/2 C o                                              | unknown (the ending after epoch 4 does not name the partition)
            3/5/2 C o, 3/6/2 A j                                   | unknown (the ending after epoch 4 does not name the partition)
            3/4/2 C j                                              | unknown (no ending of it is kept in __transaction_state)
            9/5/2 C j                                              | unknown (no ending of it is kept in __transaction_state)
            ""                                                     | unknown (no ending of it is kept in __transaction_state)
            3/4/1 C jo                                             | COMMIT
            3/4/1 C j, 3/4/1 C o                                   | COMMIT
            3/4/0 A j                                              | ABORT
            3/5/1 A j                                              | ABORT
            3/5/1 C j                                              | unknown (no ending of it is kept in __transaction_state)
            3/3/1 A j, 3/4/1 C j                                   | COMMIT
            3/4/1 C j, 3/4/1 A j                                   | unknown (its epoch has endings of both kinds)
            3/4/1 C j, 3/5/1 A j                                   | unknown (its epoch has endings of both kinds)
            """)
    void theDecisionIsTheEndingOfThatTransactionAndNoOther(String endings, String decision) {
        assertThat(Decision.on(OPEN, parse(endings))).hasToString(decision);
    }

    private static List<Ending> parse(String endings) {
        return Arrays.stream(endings.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(DecisionTest::ending)
                .toList();
    }

    private static Ending ending(String text) {
        var words = text.split("[/ ]", -1);
        Set<TopicPartition> partitions = words[4].chars()
                .mapToObj(each -> each == 'j' ? JOURNAL : new TopicPartition("other", 0))
                .collect(Collectors.toSet());
        return new Ending(
                Long.parseLong(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                words[3].equals("C"),
                partitions);
    }
}
