package chorus.cli.json;

import chorus.config.collective.Knows;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.simulate.collective.Knowledge;
import chorus.simulate.collective.KnownPlaylist;
import chorus.simulate.collective.Roster;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A roster as JSON, an object a line: the campaign; its members by rank, with the tracks of their playlists and parallel to these
 * what the collective knows of each, and the anchor with the share of playlists that hold it, as the collective estimates it and as it
 * is; the other playlists that it knows. The count of a track that a campaign promotes is null.
 */
public final class RosterLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RosterLines() {}

    /** @param known whether playlists are told that the collective knows beside its own */
    public static Stream<String> of(Roster roster, boolean known) {
        var campaign = Stream.of(campaign(roster));
        var members = IntStream.range(0, roster.members().size()).mapToObj(rank -> member(roster, rank));
        var others = known
                ? roster.known().stream()
                        .filter(playlist -> !roster.contents().containsKey(playlist.playlist()))
                        .map(playlist -> other(roster, playlist))
                : Stream.<Map<String, Object>>empty();
        return Stream.of(campaign, members, others).flatMap(lines -> lines).map(RosterLines::line);
    }

    private static Map<String, Object> campaign(Roster roster) {
        var line = start(roster);
        line.put("target", roster.targets().getFirst().value());
        if (roster.targets().size() > 1) {
            line.put("targets", roster.targets().stream().map(TrackId::value).toList());
        }
        line.put("start", roster.settings().start());
        line.put("members", roster.members().size());
        line.put("knownPlaylists", roster.known().size());
        return line;
    }

    /** One whose playlist is gone when the campaign starts has no tracks. */
    private static Map<String, Object> member(Roster roster, int rank) {
        var line = start(roster);
        PlaylistId member = roster.members().get(rank);
        line.put("rank", rank);
        line.put("playlist", member.value());
        var playlist = roster.contents().get(member);
        if (playlist != null) {
            var knowledge = roster.knowledge();
            line.put("tracks", playlist.tracks());
            line.put("cntQ", counts(playlist, knowledge, knowledge::inOwn));
            if (roster.settings().knows() instanceof Knows.Streams) {
                line.put("streams", counts(playlist, knowledge, knowledge::frequency));
            } else {
                line.put("cntT", counts(playlist, knowledge, track -> (long) knowledge.frequency(track)));
            }
            roster.anchor(member).ifPresent(anchor -> {
                line.put("anchor", anchor);
                line.put("estimated", roster.knowledge().estimate(anchor));
                line.put("true", share(roster.training(), anchor));
            });
        }
        return line;
    }

    private static double share(List<KnownPlaylist> playlists, int track) {
        var holding = playlists.stream()
                .filter(playlist -> Arrays.stream(playlist.tracks()).anyMatch(each -> each == track))
                .count();
        return (double) holding / playlists.size();
    }

    private static List<@Nullable Number> counts(KnownPlaylist playlist, Knowledge knowledge, IntFunction<Number> of) {
        var counts = new ArrayList<@Nullable Number>();
        for (var track : playlist.tracks()) {
            counts.add(knowledge.isTarget(track) ? null : of.apply(track));
        }
        return counts;
    }

    private static Map<String, Object> other(Roster roster, KnownPlaylist playlist) {
        var line = start(roster);
        line.put("known", playlist.playlist().value());
        line.put("tracks", playlist.tracks());
        return line;
    }

    private static Map<String, Object> start(Roster roster) {
        var line = new LinkedHashMap<String, Object>();
        line.put("campaign", roster.settings().name());
        return line;
    }

    private static String line(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
