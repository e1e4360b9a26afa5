package chorus.run.outage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A relay before a server on this machine that can be cut, slowed and restored. */
public final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean mute;
    private volatile long delayMillis;

    private Relay(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    /** Passes on what comes for a port of this machine. */
    public static Relay before(int port) throws IOException {
        var relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(relay::serve);
        return relay;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends all connections, and every new one at once. */
    public void cut() {
        cut = true;
        open.forEach(Relay::end);
    }

    /** Passes on what clients say, and keeps the answers to itself. */
    public void mute() {
        mute = true;
    }

    /** Delays each piece of what is passed on, either way. */
    public void slow(long millis) {
        delayMillis = millis;
    }

    public void restore() {
        cut = false;
        mute = false;
        delayMillis = 0;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                pass(door.accept());
            } catch (IOException ended) {
                // the relay is closed, or the server behind it is not there
            }
        }
    }

    private void pass(Socket client) throws IOException {
        if (cut) {
            end(client);
            return;
        }
        open.add(client);
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), behind);
            open.add(server);
            if (cut) {
                end(client);
                end(server);
            }
            Thread.ofVirtual().start(() -> pump(client, server, false));
            Thread.ofVirtual().start(() -> pump(server, client, true));
        } catch (IOException silent) {
            end(client);
            throw silent;
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try (var in = from.getInputStream();
                var out = to.getOutputStream()) {
            copy(in, out, answers);
        } catch (IOException | InterruptedException hungUp) {
            end(from);
        } finally {
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void copy(InputStream in, OutputStream out, boolean answers) throws IOException, InterruptedException {
        var bytes = new byte[1 << 16];
        for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            if (delayMillis > 0) {
                Thread.sleep(delayMillis); // the slowness itself; nothing is waited for
            }
            if (!answers || !mute) {
                out.write(bytes, 0, count);
                out.flush();
            }
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Relay::end);
    }
}
