package chorus.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.BrokerFault;
import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.run.Scenario;
import chorus.run.campaigns.Standpoint;
import chorus.serve.Asked.Reply;
import chorus.simulate.SimulatedPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OrderingTest {
    private static final Access AWAY = Access.plain("127.0.0.1:1", "http://127.0.0.1:1/");
    private static final String CAMPAIGN = "{\"campaign\": \"x\", \"strategy\": \"DirLoF\", \"budget\": 3}";

    @Test
    void aPreviewWhileBrokersAreAwayIsRefusedForNowAndShownWhenTheyAreBack() throws InterruptedException {
        var settings = Scenario.small().settings();
        var plan = SimulatedPlan.draw(settings);
        var away = new AtomicBoolean(true);
        try (var ordering = new Ordering(settings)) {
            ordering.before(List.of(), settings, () -> {
                if (away.get()) {
                    throw BrokerFault.unanswered(AWAY, new TimeoutException("no answer"), Deed.reading("rows"));
                }
                return new Standpoint(Optional.of(plan), 0);
            });
            assertThat(preview(ordering))
                    .isEqualTo(new Reply(503, "no Kafka broker answers at 127.0.0.1:1: no answer"));
            away.set(false);
            assertThat(preview(ordering).status()).isEqualTo(200);
        }
    }

    @Test
    void beforeItIsConnectedEveryCommandSaysSo() throws InterruptedException {
        try (var ordering = new Ordering(Scenario.small().settings())) {
            var commands = ordering.commands(_ -> Reply.json("{}"));
            for (var reply : List.of(
                    commands.list().reply(Map.of()),
                    commands.start().reply("", CAMPAIGN),
                    commands.end().reply("x", ""),
                    commands.world().reply("", "{\"world\": \"x\"}"),
                    commands.preview().reply("", CAMPAIGN))) {
                assertThat(reply).isEqualTo(new Reply(503, "the run is not connected to its brokers yet"));
            }
        }
    }

    private static Reply preview(Ordering ordering) throws InterruptedException {
        return ordering.commands(_ -> Reply.json("{}")).preview().reply("", CAMPAIGN);
    }
}
