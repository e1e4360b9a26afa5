package chorus.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** HTTP by hand, for what a well-behaved client would not send, or not read. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final BufferedReader answer;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** An event as it came: its kind and id, empty without one. */
    record Heard(String kind, String id, String data) {}

    static Wire ask(WebServer server, String path, String... headers) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        var request = "GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return new Wire(socket);
    }

    /** Sends a body to an address, as JSON unless the headers say another type. */
    static Wire post(WebServer server, String path, String body, String... headers) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var all = new ArrayList<>(List.of(headers));
        if (all.stream().noneMatch(header -> header.startsWith("Host:"))) {
            all.add("Host: 127.0.0.1:" + server.port());
        }
        if (all.stream().noneMatch(header -> header.startsWith("Content-Type:"))) {
            all.add("Content-Type: application/json; charset=utf-8");
        }
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        var head = "POST " + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n"
                + String.join("\r\n", all) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
        return new Wire(socket);
    }

    /** A stream of events as a browser asks for it. */
    static Wire events(WebServer server, String... headers) throws IOException {
        var all = new ArrayList<>(List.of(headers));
        all.add("Host: 127.0.0.1:" + server.port());
        all.add("Accept: text/event-stream");
        return ask(server, "/events", all.toArray(String[]::new));
    }

    int status() throws IOException {
        return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
    }

    /** All that came, with its head. */
    String whole() throws IOException {
        var all = new StringWriter();
        answer.transferTo(all);
        return all.toString();
    }

    /** What follows the head, to the end of the connection. */
    String body() throws IOException {
        while (!answer.readLine().isEmpty()) {
            // the head
        }
        var body = new StringWriter();
        answer.transferTo(body);
        return body.toString();
    }

    /** The next so many events. */
    List<Heard> hear(int events) throws IOException {
        var heard = new ArrayList<Heard>();
        while (heard.size() < events) {
            heard.add(next());
        }
        return heard;
    }

    /** All events to the end of the stream. */
    List<Heard> hearOut() throws IOException {
        var heard = new ArrayList<Heard>();
        for (var event = next(); !event.kind.isEmpty(); event = next()) {
            heard.add(event);
        }
        return heard;
    }

    /** Of no kind at the end of the stream. */
    private Heard next() throws IOException {
        var kind = "";
        var id = "";
        var data = "";
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.startsWith("event:")) {
                kind = line.substring(6).strip();
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            } else if (line.isEmpty() && !kind.isEmpty()) {
                return new Heard(kind, id, data);
            }
        }
        return new Heard("", "", "");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
