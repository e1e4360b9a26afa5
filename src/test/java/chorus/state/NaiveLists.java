package chorus.state;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.state.playlists.Reason;
import chorus.worlds.WorldSet;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The playlists, with edits applied to them in the plainest way: lists of entries, each with its worlds and its campaign. */
public final class NaiveLists {
    /** A track in a playlist, and where it is seen. */
    public record Entry(
            int track, WorldSet worlds, @Nullable String campaign) {}

    private final int worlds;
    private final Map<Long, List<Entry>> alive = new TreeMap<>();
    private final Set<Long> deleted = new HashSet<>();
    private final Map<Long, Long> sequences = new HashMap<>();

    public NaiveLists() {
        this(RandomEdits.WORLDS);
    }

    /** @param worlds how many there are */
    public NaiveLists(int worlds) {
        this.worlds = worlds;
    }

    /** Applies {@code edit}, or says why it does not apply. */
    public Optional<Reason> apply(PlaylistEdit edit, IntPredicate known) {
        var id = edit.playlist().value();
        var last = lastSequence(id);
        if (edit.sequence() <= last) {
            return Optional.of(Reason.REPEATED);
        }
        sequences.put(id, edit.sequence());
        if (edit.sequence() > last + 1) {
            return Optional.of(Reason.GAP);
        }
        return isASet(edit.worlds()) ? change(edit, id, known) : Optional.of(Reason.UNKNOWN_WORLD);
    }

    /** Some of the worlds there are, and of the later ones all or none. */
    private boolean isASet(WorldSet set) {
        var last = set.has(31) ? 32 : worlds;
        return IntStream.range(0, worlds).anyMatch(set::has)
                && IntStream.range(last, 32).noneMatch(set::has)
                && (!set.has(31) || IntStream.range(WorldSet.MOST, 32).allMatch(set::has));
    }

    private Optional<Reason> change(PlaylistEdit edit, long id, IntPredicate known) {
        var set = edit.worlds();
        return switch (edit.change()) {
            case Change.Created() -> create(id, set);
            case Change.Deleted() -> delete(id, set);
            case Change.Inserted inserted ->
                entries(id, inserted.track().value(), known).or(() -> insert(edit, inserted));
            case Change.Removed(var track, var index) ->
                entries(id, track.value(), known)
                        .or(() -> fault(living(id), track.value(), index, set))
                        .or(() -> {
                            remove(living(id), index, set);
                            return Optional.empty();
                        });
            case Change.Moved(var track, var from, var to) ->
                entries(id, track.value(), known)
                        .or(() -> fault(living(id), track.value(), from, set))
                        .or(() -> move(living(id), from, to, set));
        };
    }

    private Optional<Reason> create(long id, WorldSet set) {
        if (!set.equals(WorldSet.ALL)) {
            return Optional.of(Reason.NOT_IN_ALL_WORLDS);
        }
        if (alive.containsKey(id) || deleted.contains(id)) {
            return Optional.of(Reason.ALREADY_CREATED);
        }
        alive.put(id, new ArrayList<>());
        return Optional.empty();
    }

    private Optional<Reason> delete(long id, WorldSet set) {
        var fault = set.equals(WorldSet.ALL) ? gone(id) : Optional.of(Reason.NOT_IN_ALL_WORLDS);
        if (fault.isEmpty()) {
            alive.remove(id);
            deleted.add(id);
        }
        return fault;
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

    private Optional<Reason> insert(PlaylistEdit edit, Change.Inserted inserted) {
        var entries = living(edit.playlist().value());
        var entry = new Entry(inserted.track().value(), edit.worlds(), edit.campaign());
        // worlds that come later hold it too
        if (entries.stream().anyMatch(held -> held.track == entry.track && held.worlds.meets(entry.worlds))) {
            return Optional.of(Reason.ALREADY_HELD);
        }
        return place(entries, entry, inserted.index(), inserted.beforeSuccessor());
    }

    private static Optional<Reason> place(List<Entry> entries, Entry entry, int index, boolean beforeSuccessor) {
        var seen = seen(entries, entry.worlds);
        if (index < 0 || index > seen.size()) {
            return Optional.of(Reason.OUT_OF_BOUNDS);
        }
        if (beforeSuccessor && index < seen.size()) {
            entries.add(seen.get(index), entry);
        } else {
            entries.add(index == 0 ? 0 : seen.get(index - 1) + 1, entry);
        }
        return Optional.empty();
    }

    private static Optional<Reason> fault(List<Entry> entries, int track, int index, WorldSet set) {
        var seen = seen(entries, set);
        if (index < 0 || index >= seen.size()) {
            return Optional.of(Reason.OUT_OF_BOUNDS);
        }
        var entry = entries.get(seen.get(index));
        if (entry.track != track) {
            return Optional.of(Reason.NOT_THERE);
        }
        return entry.worlds.equals(set) ? Optional.empty() : Optional.of(Reason.OTHER_WORLDS);
    }

    private static Entry remove(List<Entry> entries, int index, WorldSet set) {
        return entries.remove((int) seen(entries, set).get(index));
    }

    private static Optional<Reason> move(List<Entry> entries, int from, int to, WorldSet set) {
        var before = List.copyOf(entries);
        var fault = place(entries, remove(entries, from, set), to, false);
        if (fault.isPresent()) {
            entries.clear();
            entries.addAll(before);
        }
        return fault;
    }

    /** Positions of the entries that an edit of {@code set} counts. */
    private static List<Integer> seen(List<Entry> entries, WorldSet set) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).worlds.has(set.lowest()))
                .boxed()
                .toList();
    }

    private static List<Integer> tracks(List<Entry> entries, int world) {
        return entries.stream()
                .filter(e -> e.worlds.has(world))
                .map(Entry::track)
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

    /** What a world sees of a living playlist. */
    public int[] view(long playlist, int world) {
        return tracks(entries(playlist), world).stream()
                .mapToInt(track -> track)
                .toArray();
    }

    /** Training playlists that hold a campaign's plant, by its name; none has no entry. */
    public Map<String, Long> planted(HeldOut heldOut) {
        return alive.entrySet().stream()
                .filter(playlist -> !heldOut.holds(new PlaylistId(playlist.getKey())))
                .flatMap(playlist -> playlist.getValue().stream()
                        .map(Entry::campaign)
                        .filter(Objects::nonNull)
                        .distinct())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
