package chorus.broker;

import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.playlist.ArtistNumbers;
import chorus.playlist.Campaign;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The tracks and campaigns that the topics {@code tracks} and {@code campaigns} tell, as far as they have been read: of what has one
 * id or name, the first.
 */
public final class Announced implements AutoCloseable {
    private final Codec<Track> trackCodec;
    private final Codec<Campaign> campaignCodec;
    private final Int2ObjectOpenHashMap<Track> tracks = new Int2ObjectOpenHashMap<>();
    private final Map<String, TrackId> byUri = new HashMap<>();
    private final TreeMap<String, Campaign> campaigns = new TreeMap<>();
    private int bound;
    private final WholeTopics topics;

    private Announced(Cluster cluster, Refusals refusals) throws InterruptedException {
        trackCodec = cluster.events().tracks();
        campaignCodec = cluster.events().campaigns();
        topics = WholeTopics.open(
                cluster,
                Map.of(cluster.names().tracks(), this::track, cluster.names().campaigns(), this::campaign),
                refusals);
    }

    /** Reads both topics to their present ends. */
    public static Announced open(Cluster cluster) throws InterruptedException {
        return open(cluster, Refusals.PASSED_OVER);
    }

    /** The same; {@code refusals} are told of what is passed over. */
    public static Announced open(Cluster cluster, Refusals refusals) throws InterruptedException {
        return new Announced(cluster, refusals);
    }

    /** Reads on to the present ends. */
    public void refresh() throws InterruptedException {
        topics.refresh();
    }

    private synchronized @Nullable String track(ConsumerRecord<byte[], byte[]> message) {
        var track = trackCodec.decode(message.value());
        if (!track.isKey(message.key())) {
            return "key-of-another-track";
        }
        var first = tracks.putIfAbsent(track.id().value(), track);
        if (first != null) {
            return first.equals(track) ? null : "id-of-another-track";
        }
        bound = Math.max(bound, track.id().value() + 1);
        return byUri.putIfAbsent(track.uri(), track.id()) == null ? null : "uri-of-another-track";
    }

    private @Nullable String campaign(ConsumerRecord<byte[], byte[]> message) {
        var campaign = campaignCodec.decode(message.value());
        if (!Arrays.equals(message.key(), Keys.of(campaign.name()))) {
            return "key-of-another-campaign";
        }
        var first = campaigns.putIfAbsent(campaign.name(), campaign);
        if (first == null || first.equals(campaign)) {
            return null;
        }
        if (!first.isToldBy(campaign)) {
            return "name-of-another-campaign";
        }
        // whichever comes first: a compacted topic has the later one alone
        campaigns.put(campaign.name(), first.estimates().isEmpty() ? campaign : first);
        return null;
    }

    public boolean holds(int track) {
        return tracks.containsKey(track);
    }

    /** Also beside whoever reads on. */
    public synchronized Optional<Track> track(int track) {
        return Optional.ofNullable(tracks.get(track));
    }

    /** The track of a URI, also beside whoever reads on. */
    public synchronized Optional<TrackId> named(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    /** The ids by uri, a view that grows with {@link #refresh}. */
    public Map<String, TrackId> byUri() {
        return Collections.unmodifiableMap(byUri);
    }

    /** One more than the largest track id; 0 without tracks. */
    public int bound() {
        return bound;
    }

    /** The campaigns in ascending order of their names. */
    public List<Campaign> campaigns() {
        return List.copyOf(campaigns.values());
    }

    /** Each track's artist, by track id (see {@link ArtistNumbers}); −1 where the id is unknown. */
    public int[] artistOf() {
        return ArtistNumbers.byTrack(tracks.values());
    }

    @Override
    public void close() {
        topics.close();
    }
}
