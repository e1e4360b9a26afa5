package chorus.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's life before this one, where it ended by force: the cluster's metadata still has it alive and leading all
 * partitions. A controller alone, run for a moment, finds that it is not and fences it. Without that, the broker's new life waits
 * for the session of the old one to end; and it may load its transactions while partitions still lose their leader, which makes a
 * coordinator forget the markers that are missing there (KAFKA-20734).
 */
final class LastLife {
    /** Looks at most: a life that ended before the broker was known at all leaves nothing to fence. */
    private static final int LOOKS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(LastLife.class);

    private LastLife() {}

    /** Whether the broker of this formatted directory did not come to an orderly end. */
    static boolean endedByForce(Path directory) {
        return !Files.exists(directory.resolve(".kafka_cleanshutdown"));
    }

    /** @param settings those of the broker with its controller */
    static void fence(Map<String, String> settings) throws JMException {
        var alone = new HashMap<>(settings);
        alone.put("process.roles", "controller");
        alone.put(
                "listeners",
                "CONTROLLER://"
                        + settings.getOrDefault("controller.quorum.voters", "").replaceFirst(".*@", ""));
        alone.remove("advertised.listeners");
        // nobody is there to renew it
        alone.put("broker.session.timeout.ms", "10");
        alone.put("broker.heartbeat.interval.ms", "5");
        var server = new KafkaRaftServer(new KafkaConfig(alone), Time.SYSTEM);
        server.startup();
        try {
            var looks = 0;
            while (looks < LOOKS && !fenced()) {
                Http.pause();
                looks++;
            }
            if (looks == LOOKS) {
                LOG.warn("the broker's last life is not seen to be fenced: its session may have to end first");
            }
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** By the controller's own meter, which it shows as a bean. */
    private static boolean fenced() throws JMException {
        var beans = ManagementFactory.getPlatformMBeanServer();
        var meter = new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount");
        return beans.isRegistered(meter) && beans.getAttribute(meter, "Value") instanceof Integer count && count > 0;
    }
}
