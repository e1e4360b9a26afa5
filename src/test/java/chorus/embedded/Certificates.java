package chorus.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of an authority of our own, made by the JDK's keytool: one that holds, one that has expired. */
public final class Certificates {
    /** Of every key store here. */
    public static final String PASSWORD = "of-the-key-store";

    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    public static Certificates make(Path directory) throws Exception {
        var made = new Certificates(Files.createDirectories(directory));
        made.keytool("-alias", "authority", "-dname", "CN=authority", "-ext", "bc:critical=ca:true");
        made.keytool("-alias", "stranger", "-dname", "CN=stranger", "-ext", "bc:critical=ca:true");
        made.server("holds", "-validity", "30");
        made.server("expired", "-validity", "1", "-startdate", "-3d");
        var all = KeyStore.getInstance(made.store("all").toFile(), PASSWORD.toCharArray());
        made.alone(all, "holds");
        made.alone(all, "expired");
        made.pem(all, "authority");
        made.pem(all, "stranger");
        return made;
    }

    private void server(String alias, String... more) throws Exception {
        var command = new ArrayList<>(List.of(
                "-alias",
                alias,
                "-dname",
                "CN=localhost",
                "-signer",
                "authority",
                "-ext",
                "san=ip:127.0.0.1,ip:0:0:0:0:0:0:0:1,dns:localhost"));
        command.addAll(List.of(more));
        keytool(command.toArray(String[]::new));
    }

    private void keytool(String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store("all").toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        var log = directory.resolve("keytool.log");
        var ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        assertThat(ended).as(() -> log.toString()).isZero();
    }

    /** A key store with one key and its chain, as a server is given it. */
    private void alone(KeyStore all, String alias) throws GeneralSecurityException, IOException {
        var one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        try (OutputStream out = Files.newOutputStream(store(alias))) {
            one.store(out, PASSWORD.toCharArray());
        }
    }

    private void pem(KeyStore all, String alias) throws GeneralSecurityException, IOException {
        Certificate certificate = all.getCertificate(alias);
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate.getEncoded());
        Files.writeString(
                written(alias), "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n", US_ASCII);
    }

    /** The key store "holds" or "expired". */
    public Path store(String alias) {
        return directory.resolve(alias + ".p12");
    }

    /** The certificate of the authority that signed both. */
    public Path authority() {
        return written("authority");
    }

    /** One that signed none of them. */
    public Path stranger() {
        return written("stranger");
    }

    private Path written(String alias) {
        return directory.resolve(alias + ".pem");
    }
}
