package chorus.embedded;

import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that asks who one is and what one may do: SASL_SSL with SCRAM, ACLs by the StandardAuthorizer. Beside it a listener with
 * an expired certificate, and a plain one whose user may do all.
 */
public final class GuardedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final List<Integer> ports;

    private GuardedBroker(KafkaRaftServer server, List<Integer> ports) {
        this.server = server;
        this.ports = ports;
    }

    /** @param users each with its password */
    public static GuardedBroker start(Path directory, Certificates certificates, Map<String, String> users)
            throws Exception {
        var ports = FreePorts.take(5);
        var scram = users.entrySet().stream()
                .map(user -> "SCRAM-SHA-256=[name=" + user.getKey() + ",password=" + user.getValue() + "]")
                .toList();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId("AAAAAAAAAAAAAAAAAAAAAg")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName("CONTROLLER")
                .setScramArguments(scram)
                .run();
        var server = new KafkaRaftServer(new KafkaConfig(settings(directory, certificates, ports)), Time.SYSTEM);
        server.startup();
        return new GuardedBroker(server, ports);
    }

    private static Map<String, String> settings(Path directory, Certificates certificates, List<Integer> ports) {
        var settings = Broker.settings(directory, ports.get(0), ports.get(1));
        var six = hasSix() ? ",SIX://[::1]:" + ports.get(4) : "";
        settings.put(
                "listeners",
                "PLAIN://127.0.0.1:" + ports.get(0) + ",CONTROLLER://127.0.0.1:" + ports.get(1)
                        + ",GUARDED://127.0.0.1:" + ports.get(2) + ",EXPIRED://127.0.0.1:" + ports.get(3) + six);
        settings.put(
                "listener.security.protocol.map",
                "PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,GUARDED:SASL_SSL,EXPIRED:SASL_SSL,SIX:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAIN");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-256");
        Map.of("guarded", "holds", "expired", "expired").forEach((listener, key) -> {
            var on = "listener.name." + listener + ".";
            settings.put(
                    on + "scram-sha-256.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
            settings.put(on + "ssl.keystore.type", "PKCS12");
            settings.put(on + "ssl.keystore.location", certificates.store(key).toString());
            settings.put(on + "ssl.keystore.password", Certificates.PASSWORD);
            settings.put(on + "ssl.key.password", Certificates.PASSWORD);
        });
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return settings;
    }

    /** Where everybody may do everything. */
    public String plain() {
        return "127.0.0.1:" + ports.get(0);
    }

    /** Whether this machine has the loopback address of IPv6. */
    public static boolean hasSix() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null;
        } catch (SocketException none) {
            return false;
        }
    }

    /** As {@link #plain}, by IPv6, where there is that. */
    public String six() {
        return "[::1]:" + ports.get(4);
    }

    public String guarded() {
        return "127.0.0.1:" + ports.get(2);
    }

    public String expired() {
        return "127.0.0.1:" + ports.get(3);
    }

    /** Returns when the broker goes by them. */
    public void allow(Collection<AclBinding> rights) throws Exception {
        change(admin -> {
            admin.createAcls(rights).all().get();
            await().atMost(Duration.ofSeconds(30)).until(() -> new HashSet<>(
                            admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsAll(rights));
        });
    }

    /** Returns when the broker goes no more by it. */
    public void forbid(AclBinding right) throws Exception {
        change(admin -> {
            admin.deleteAcls(List.of(right.toFilter())).all().get();
            await().atMost(Duration.ofSeconds(30)).until(() -> !admin.describeAcls(AclBindingFilter.ANY)
                    .values()
                    .get()
                    .contains(right));
        });
    }

    private interface Change {
        void by(Admin admin) throws Exception;
    }

    private void change(Change change) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", plain()))) {
            change.by(admin);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
