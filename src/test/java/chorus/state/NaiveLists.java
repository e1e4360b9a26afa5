package chorus.state;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.World;
import chorus.state.playlists.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The playlists, with edits applied to them in the plainest way: lists of entries, each with its world. */
public final class NaiveLists {
    /** A track in a playlist, and where it is seen. */
    public record Entry(int track, World world) {}

    private final Map<Long, List<Entry>> alive = new TreeMap<>();
    private final Set<Long> deleted = new HashSet<>();
    private final Map<Long, Long> sequences = new HashMap<>();

    /** Applies {@code edit}, or says why it does not apply. */
    public Optional<Reason> apply(PlaylistEdit edit, IntPredicate known) {
        var id = edit.playlist().value();
        var last = lastSequence(id);
        if (edit.sequence() <= last) {
            return Optional.of(Reason.REPEATED);
        }
        sequences.put(id, edit.sequence());
        return edit.sequence() > last + 1 ? Optional.of(Reason.GAP) : change(edit, id, known);
    }

    private Optional<Reason> change(PlaylistEdit edit, long id, IntPredicate known) {
        return switch (edit.change()) {
            case Change.Created() -> {
                var fault = edit.world() != World.BOTH
                        ? Reason.ONE_WORLD_ONLY
                        : alive.containsKey(id) || deleted.contains(id) ? Reason.ALREADY_CREATED : null;
                if (fault == null) {
                    alive.put(id, new ArrayList<>());
                }
                yield Optional.ofNullable(fault);
            }
            case Change.Deleted() -> {
                var fault = edit.world() != World.BOTH ? Optional.of(Reason.ONE_WORLD_ONLY) : gone(id);
                if (fault.isEmpty()) {
                    alive.remove(id);
                    deleted.add(id);
                }
                yield fault;
            }
            case Change.Inserted(var track, var index) ->
                entries(id, track.value(), known).or(() -> insert(living(id), track.value(), index, edit.world()));
            case Change.Removed(var track, var index) ->
                entries(id, track.value(), known).or(() -> remove(living(id), track.value(), index, edit.world()));
            case Change.Moved(var track, var from, var to) ->
                entries(id, track.value(), known).or(() -> move(living(id), track.value(), from, to, edit.world()));
        };
    }

    private List<Entry> living(long id) {
        return Objects.requireNonNull(alive.get(id), () -> "playlist " + id);
    }

    private Optional<Reason> gone(long id) {
        return deleted.contains(id)
                ? Optional.of(Reason.DELETED)
                : alive.containsKey(id) ? Optional.empty() : Optional.of(Reason.UNKNOWN_PLAYLIST);
    }

    private Optional<Reason> entries(long id, int track, IntPredicate known) {
        return gone(id).or(() -> known.test(track) ? Optional.empty() : Optional.of(Reason.UNKNOWN_TRACK));
    }

    private static Optional<Reason> insert(List<Entry> entries, int track, int index, World world) {
        for (var view : List.of(World.FACTUAL, World.COUNTERFACTUAL)) {
            if (world.seenIn(view) && entries.stream().anyMatch(e -> e.world.seenIn(view) && e.track == track)) {
                return Optional.of(Reason.ALREADY_HELD);
            }
        }
        return place(entries, new Entry(track, world), index, world);
    }

    private static Optional<Reason> place(List<Entry> entries, Entry entry, int index, World world) {
        var seen = seen(entries, world);
        if (index < 0 || index > seen.size()) {
            return Optional.of(Reason.OUT_OF_BOUNDS);
        }
        entries.add(index == 0 ? 0 : seen.get(index - 1) + 1, entry);
        return Optional.empty();
    }

    private static Optional<Reason> remove(List<Entry> entries, int track, int index, World world) {
        var seen = seen(entries, world);
        if (index < 0 || index >= seen.size()) {
            return Optional.of(Reason.OUT_OF_BOUNDS);
        }
        var entry = entries.get(seen.get(index));
        if (entry.track != track || entry.world != world) {
            return Optional.of(entry.track != track ? Reason.NOT_THERE : Reason.NOT_IN_BOTH_WORLDS);
        }
        entries.remove((int) seen.get(index));
        return Optional.empty();
    }

    private static Optional<Reason> move(List<Entry> entries, int track, int from, int to, World world) {
        var before = List.copyOf(entries);
        var fault = remove(entries, track, from, world).or(() -> place(entries, new Entry(track, world), to, world));
        if (fault.isPresent()) {
            entries.clear();
            entries.addAll(before);
        }
        return fault;
    }

    /** Positions of the entries that an edit of {@code world} counts. */
    private static List<Integer> seen(List<Entry> entries, World world) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).world.seenIn(world.view()))
                .boxed()
                .toList();
    }

    public long lastSequence(long playlist) {
        return sequences.getOrDefault(playlist, 0L);
    }

    /** The entries of a living playlist; none for others. */
    public List<Entry> entries(long playlist) {
        return List.copyOf(alive.getOrDefault(playlist, List.of()));
    }

    public Set<Long> alive() {
        return alive.keySet();
    }

    /** The list of a living playlist in {@code view}. */
    public int[] view(long playlist, World view) {
        return entries(playlist).stream()
                .filter(e -> e.world.seenIn(view))
                .mapToInt(Entry::track)
                .toArray();
    }
}
