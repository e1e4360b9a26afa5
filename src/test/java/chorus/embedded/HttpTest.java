package chorus.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child that starts on a busy machine may fail to answer more than once. */
class HttpTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private Process child;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // lives as long as its input is open
        child = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(0);
        child.getOutputStream().close();
        child.waitFor();
    }

    private String url(int unanswered, int status) {
        server.createContext("/", exchange -> {
            if (asked.incrementAndGet() > unanswered) {
                exchange.sendResponseHeaders(status, -1);
            }
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/config";
    }

    @Test
    void whatIsNotAnsweredIsSentAgain() throws Exception {
        Http.awaitPut(url(2, 200), "{}", child, "a child");
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatIsRefusedIsNot() {
        var url = url(0, 422);
        assertThatThrownBy(() -> Http.awaitPut(url, "{}", child, "a child"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessage(url + " refused {}");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aChildThatEndsIsNotWaitedFor() throws Exception {
        var url = url(Integer.MAX_VALUE, 200);
        child.getOutputStream().close();
        assertThatThrownBy(() -> Http.awaitPut(url, "{}", child, "a child"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessage("a child: ended before it served");
    }
}
