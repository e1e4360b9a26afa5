package chorus.reach;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a connection by TLS did not come about, in words; Java's own are spread over the causes of an exception. */
public final class TlsFault {
    private TlsFault() {}

    /** Empty where the fault is none of TLS. */
    public static Optional<String> told(Throwable fault) {
        return chain(fault).stream()
                .map(TlsFault::word)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Innermost first: what is further out says less. */
    private static List<Throwable> chain(Throwable fault) {
        var chain = new ArrayList<Throwable>();
        for (Throwable cause = fault; cause != null && chain.size() < 20; cause = cause.getCause()) {
            chain.addFirst(cause);
        }
        return chain;
    }

    private static Optional<String> word(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return Optional.ofNullable(
                switch (cause) {
                    case CertificateExpiredException expired ->
                        "the server's certificate has expired (" + message + ")";
                    case CertificateNotYetValidException early ->
                        "the server's certificate is not valid yet (" + message + ")";
                    case CertPathBuilderException unknown ->
                        "the server's certificate is not trusted: ssl.truststore.location holds neither it nor its issuer";
                    case CertificateException other
                    when message.startsWith("No ") ->
                        "the server's certificate is that of another host (" + message + ")";
                    default -> byMessage(message);
                });
    }

    private static @org.jspecify.annotations.Nullable String byMessage(String message) {
        if (message.contains("trustAnchors parameter must be non-empty")) {
            return "ssl.truststore.location holds no certificate";
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return "the server speaks no TLS there: another port, or without TLS";
        }
        if (message.contains("bad_certificate") || message.contains("certificate_required")) {
            return "the server wants a certificate of the client that it trusts: ssl.keystore.location (" + message
                    + ")";
        }
        return message.startsWith("Received fatal alert") ? "TLS: " + message : null;
    }
}
