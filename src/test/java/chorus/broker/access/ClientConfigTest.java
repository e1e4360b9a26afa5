package chorus.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigTest {
    private static final String JAAS = "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"ada\" password=\"tell nobody\";";

    @TempDir
    private Path folder;

    @Test
    void eachClientIsGivenItsOwn() throws IOException {
        var config = ClientConfig.read(file("""
                # of brokers
                security.protocol = SASL_SSL
                sasl.mechanism: SCRAM-SHA-256
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                    username="ada" password="tell nobody";
                registry.basic.auth.user.info=ada:tell nobody
                """));
        var access = config.to("[::1]:9092", "https://[::1]:8081");
        assertThat(access.clients())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers",
                        "[::1]:9092",
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "SCRAM-SHA-256",
                        "sasl.jaas.config",
                        JAAS));
        assertThat(access.registry().client())
                .isEqualTo(Map.of(
                        "basic.auth.user.info",
                        "ada:tell nobody",
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "ssl.endpoint.identification.algorithm",
                        "https"));
        assertThat(access.principal()).isEqualTo("User:ada");
        assertThat(access.toString() + config).doesNotContain("nobody");
    }

    @Test
    void credentialsInTheRegistrysUrlAreTakenOutOfIt() {
        var access = Access.plain("host:9092", "https://ada:t%2Fll%40nobody@host/path");
        assertThat(access.registry().url()).isEqualTo("https://host/path");
        assertThat(access.registry().client()).containsEntry("basic.auth.user.info", "ada:t/ll@nobody");
        assertThat(access.toString()).isEqualTo("brokers host:9092, registry https://host/path");
        assertThatThrownBy(() -> Access.plain("host:9092", "https://ada:t/ll@nobody@host/path"))
                .hasMessageStartingWith("schema registry https://***@host/path: must be a URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bootstrap.servers",
                "isolation.level",
                "enable.idempotence",
                "key.serializer",
                "group.id",
                "transactional.id",
                "acks",
                "auto.offset.reset",
                "client.id",
                "max.poll.records",
                "application.id",
                "processing.guarantee"
            })
    void whatChorusDependsOnIsRefused(String key) throws IOException {
        var file = file("security.protocol=SSL\n" + key + "=secret\n");
        assertThatThrownBy(() -> ClientConfig.read(file))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith(file + ":2: " + key + ": is set by Chorus itself")
                .hasMessageContaining("allowed are ssl.… and sasl.… of Kafka's clients, ")
                .hasMessageContaining("security.protocol")
                .hasMessageNotContainingAny("\n", "secret");
    }

    @ParameterizedTest
    @CsvSource({
        "ssl.truststore.locaton, ssl.truststore.location",
        "sasl.jaas.conf, sasl.jaas.config",
        "registry.basic.auth.user.infos, registry.basic.auth.user.info",
        "registry.ssl.keystore.pasword, registry.ssl.keystore.password",
    })
    void anUnknownKeyIsToldWithTheNearest(String key, String meant) throws IOException {
        var file = file(key + "=secret");
        assertThatThrownBy(() -> ClientConfig.read(file))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(file + ":1: " + key + ": unknown property; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.protocol=SASL|:1: security.protocol: cannot be this: Invalid value",
                "registry.basic.auth.user.info=secret|:1: registry.basic.auth.user.info: must read user:password",
                "registry.bearer.auth.credentials.source=OAUTHBEARER|:1: registry.bearer.auth.credentials.source: must be"
                        + " STATIC_TOKEN",
                "registry.proxy.port=x|:1: registry.proxy.port: must be a port",
                "registry.ssl.truststore.location=/no/such|:1: registry.ssl.truststore.location: there is no such file",
                "sasl.jaas.config=secret|: sasl.jaas.config: has no effect unless security.protocol is SASL_SSL or"
                        + " SASL_PLAINTEXT; it is PLAINTEXT",
                "ssl.key.password=secret|: ssl.key.password: has no effect unless security.protocol is SSL or SASL_SSL",
                "security.protocol=SSL\\nsecurity.protocol=SSL|:2: security.protocol: is given before, at",
                "ssl.key.password=\\uXYZsecret|:1: after \\u must come four hexadecimal digits",
            })
    void aWrongValueIsNamedWithItsPlace(String text, String told) throws IOException {
        var file = file(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> ClientConfig.read(file))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith(file + told)
                .hasMessageNotContainingAny("\n", "secret");
    }

    /** Whoever makes a client of an address alone has forgotten how it is reached. */
    @Test
    void addressesOfBrokersAreHandedToClientsHereAlone() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> contains(file, "BOOTSTRAP_SERVERS") || contains(file, "bootstrap.servers"))
                            .map(file -> file.getFileName().toString()))
                    // the last one: the embedded broker's own
                    .containsExactlyInAnyOrder("Access.java", "KafkaKeys.java", "TransactionKeeper.java");
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var file = folder.resolve("none.properties");
        assertThatThrownBy(() -> ClientConfig.read(file)).hasMessage(file + ": there is no such file");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("client.properties"), text);
    }
}
