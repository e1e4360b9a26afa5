package chorus.cli.live;

import chorus.broker.Cluster;
import chorus.cli.live.LivePage.Connected;
import chorus.config.Settings.ServeSettings;
import chorus.metrics.Meters;
import chorus.serve.Asked;
import chorus.serve.Asked.Reply;
import chorus.serve.Commands;
import chorus.serve.Parts;
import chorus.serve.WebServer;
import chorus.serve.WebServer.Door;
import java.util.Optional;

/**
 * The page of a process, where it has one.
 *
 * @param live of generations
 * @param rounds of the second simulation; at most one of both is there
 */
public record Shown(Optional<LivePage> live, Optional<RoundPage> rounds) implements AutoCloseable {
    /** What holds the token that orders from other machines must show. */
    private static final String TOKEN = "CHORUS_TOKEN";

    public boolean isThere() {
        return live.isPresent() || rounds.isPresent();
    }

    public WebServer serve(ServeSettings settings, Meters meters, Parts parts) {
        if (rounds.isPresent()) {
            return WebServer.ofRounds(
                    settings, meters::scrape, parts, rounds.get().feed());
        }
        return WebServer.start(settings, meters::scrape, parts, live.map(LivePage::feed), explorer(), door());
    }

    private Asked explorer() {
        return live.map(LivePage::explorer).orElse(_ -> new Reply(404, "this process has no page"));
    }

    private Door door() {
        return new Door(
                live.map(LivePage::commands).orElse(Commands.NONE),
                Optional.ofNullable(System.getenv(TOKEN)).filter(token -> !token.isBlank()));
    }

    public Connected connected(Cluster cluster) throws InterruptedException {
        return live.isPresent() ? live.get().connected(cluster) : Connected.NOT;
    }

    /** The work is done, or was stopped. */
    public void ended(boolean done) {
        live.ifPresent(page -> page.ended(done));
        rounds.ifPresent(page -> page.ended(done));
    }

    @Override
    public void close() {
        live.ifPresent(LivePage::close);
        rounds.ifPresent(RoundPage::close);
    }
}
