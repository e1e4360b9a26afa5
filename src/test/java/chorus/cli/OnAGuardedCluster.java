package chorus.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.config.SettingsLoader;
import chorus.embedded.Certificates;
import chorus.embedded.GuardedBroker;
import chorus.embedded.RegistryGuard;
import chorus.embedded.TestRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a registry that ask by TLS who it is, and commands on them; one of each for a class of tests. */
abstract class OnAGuardedCluster {
    static final String REGISTRY_USER = "registrar:pssst-registrar";
    private static final List<String> USERS =
            List.of("simulate", "stream", "train", "verify", "export", "doctor", "campaign", "all", "short");

    @TempDir
    static Path directory;

    static LeastRights rights;
    static Certificates certificates;
    static GuardedBroker broker;
    static TestRegistry registry;
    static RegistryGuard guard;

    final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        rights = LeastRights.documented();
        certificates = Certificates.make(directory.resolve("certificates"));
        var passwords = new LinkedHashMap<String, String>();
        USERS.forEach(user -> passwords.put(user, password(user)));
        broker = GuardedBroker.start(directory.resolve("broker"), certificates, passwords);
        registry = TestRegistry.start(directory);
        guard = RegistryGuard.secure(registry.url(), certificates.store("holds"), REGISTRY_USER);
        for (var part : rights.parts()) {
            broker.allow(rights.of(part, part));
        }
        for (var part : List.of("simulate", "stream", "train", "doctor")) {
            broker.allow(rights.of(part, "all"));
        }
        topics("chorus-");
    }

    /** What somebody who may do everything has made. */
    static void topics(String prefix) {
        var settings = SettingsLoader.load(Optional.empty(), List.of("kafka.prefix=" + prefix, "kafka.partitions=2"));
        try (var cluster = Cluster.connect(broker.plain(), registry.url(), prefix)) {
            Topics.ensure(cluster, settings.kafka());
        }
    }

    @AfterAll
    static void stop() {
        guard.close();
        registry.close();
        broker.close();
    }

    static String password(String user) {
        return "pssst-of-" + user;
    }

    /** The file of a user, as docs/clusters.md shows it. */
    static Path client(String user, String password, String registryUser, Path authority) throws IOException {
        return Files.writeString(
                Files.createDirectories(directory.resolve("clients"))
                        .resolve(user + "-" + System.nanoTime() + ".properties"),
                """
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-256
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                    username="%s" password="%s";
                ssl.truststore.type=PEM
                ssl.truststore.location=%s
                registry.basic.auth.user.info=%s
                registry.ssl.truststore.type=PEM
                registry.ssl.truststore.location=%s
                """.formatted(user, password, authority, registryUser, authority));
    }

    static Path client(String user) throws IOException {
        return client(user, password(user), REGISTRY_USER, certificates.authority());
    }

    static List<String> line(String command, String bootstrap, Path client, String... more) {
        var line = new ArrayList<>(List.of(command.split(" ", -1)));
        line.addAll(List.of("--bootstrap", bootstrap, "--registry", guard.url(), "--client-config", client.toString()));
        line.addAll(List.of(more));
        return line;
    }

    /** The command in this process; all that it says is kept. */
    int chorus(List<String> line) {
        said.reset();
        var out = System.out;
        var err = System.err;
        var stream = new PrintStream(said, true, UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        try {
            return Main.run(stream, stream, line.toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** The line of the fault, which is one; the others are notes. */
    String told() {
        var lines = said.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("chorus: "))
                .toList();
        assertThat(lines).as(said.toString(UTF_8)).hasSize(1);
        return lines.getFirst();
    }

    static String[] sets(String name, String... more) {
        var all = new ArrayList<>(List.of("--out", directory.resolve(name).toString()));
        Stream.concat(
                        Stream.of(
                                "kafka.partitions=2",
                                "stream.threads=1",
                                "simulate.playlists=120",
                                "simulate.epochs=2",
                                "evaluate.testShare=0.2",
                                "stream.commitInterval=200ms",
                                "serve.port=0"),
                        Stream.of(more))
                .forEach(set -> all.addAll(List.of("--set", set)));
        return all.toArray(String[]::new);
    }

    /** All that lies under some directories. */
    static String files(Path root, String... names) throws IOException {
        var all = new StringBuilder();
        for (var name : names) {
            try (var files = Files.walk(root.resolve(name))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file, ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
