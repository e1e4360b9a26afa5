package chorus.broker;

import chorus.events.Codec;
import chorus.playlist.ArtistNumbers;
import chorus.playlist.Campaign;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The tracks and campaigns that the topics {@code tracks} and {@code campaigns} tell, as far as they have been read. */
public final class Announced implements AutoCloseable {
    private final Codec<Track> trackCodec;
    private final Codec<Campaign> campaignCodec;
    private final Int2ObjectOpenHashMap<Track> tracks = new Int2ObjectOpenHashMap<>();
    private final Map<String, TrackId> byUri = new HashMap<>();
    private final TreeMap<String, Campaign> campaigns = new TreeMap<>();
    private int bound;
    private final WholeTopics topics;

    private Announced(Cluster cluster) throws InterruptedException {
        trackCodec = cluster.events().tracks();
        campaignCodec = cluster.events().campaigns();
        topics = WholeTopics.open(
                cluster,
                Map.of(cluster.names().tracks(), this::track, cluster.names().campaigns(), this::campaign));
    }

    /** Reads both topics to their present ends. */
    public static Announced open(Cluster cluster) throws InterruptedException {
        return new Announced(cluster);
    }

    /** Reads on to the present ends. */
    public void refresh() throws InterruptedException {
        topics.refresh();
    }

    private void track(ConsumerRecord<byte[], byte[]> message) {
        var track = trackCodec.decode(message.value());
        tracks.put(track.id().value(), track);
        byUri.put(track.uri(), track.id());
        bound = Math.max(bound, track.id().value() + 1);
    }

    private void campaign(ConsumerRecord<byte[], byte[]> message) {
        var campaign = campaignCodec.decode(message.value());
        campaigns.put(campaign.name(), campaign);
    }

    public boolean holds(int track) {
        return tracks.containsKey(track);
    }

    public Optional<Track> track(int track) {
        return Optional.ofNullable(tracks.get(track));
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
