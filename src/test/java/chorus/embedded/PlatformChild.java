package chorus.embedded;

import chorus.events.Events;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A process with a platform of its own: writes one track, says so, and waits to be killed or told to end. */
final class PlatformChild {
    static final String TOPIC = "p-tracks";
    static final Track TRACK = new Track(new TrackId(3), "uri:3", "three", "uri:artist", "someone");

    private PlatformChild() {}

    public static void main(String[] arguments) throws Exception {
        try (var platform = Platform.open(Path.of(arguments[0]));
                var events = Events.connect(platform.registry(), "p-")) {
            var settings = Map.<String, Object>of("bootstrap.servers", platform.bootstrap(), "acks", "all");
            try (var admin = Admin.create(settings)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(
                                TOPIC, new byte[] {0, 0, 0, 3}, events.tracks().encode(TRACK)))
                        .get();
            }
            System.out.println("ready");
            System.in.read();
        }
    }
}
