package chorus.cli.show;

import chorus.config.Settings.ServeSettings;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import chorus.serve.Asked;
import chorus.serve.Asked.Reply;
import chorus.serve.Commands;
import chorus.serve.Commands.Command;
import chorus.serve.Feed;
import chorus.serve.Parts;
import chorus.serve.WebServer;
import chorus.serve.WebServer.Door;
import java.util.Optional;

/** The page over a feed that a test fills, of a run that has no orders and takes none. */
final class Served {
    private static final Command NOTHING = (_, _) -> new Reply(400, "nothing is ordered here");
    private static final Commands NO_ORDERS = new Commands(
            _ -> Reply.json("{\"worlds\":[],\"spareWorlds\":0,\"campaigns\":[],\"orders\":[]}"),
            NOTHING,
            NOTHING,
            NOTHING,
            NOTHING,
            _ -> Reply.json("{\"tracks\":[]}"));

    private Served() {}

    /** @param port 0 for any that is free */
    static WebServer on(Feed feed, int port, Asked explorer) {
        var settings = new ServeSettings("127.0.0.1", port, KafkaMetrics.main, Page.shown, 0);
        var door = new Door(NO_ORDERS, Optional.empty());
        return WebServer.start(settings, _ -> "", new Parts(), Optional.of(feed), explorer, door);
    }
}
