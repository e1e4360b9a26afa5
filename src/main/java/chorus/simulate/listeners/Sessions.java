package chorus.simulate.listeners;

import chorus.hash.Hash64;
import chorus.playlist.Change;
import chorus.playlist.PlaylistId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What organic listeners do in an epoch after the fill: one session each of those to whom the {@link Agenda} deals edits. Which tracks
 * come is drawn from the community's urns, in the order in which sessions begin, everything else from the identity of playlist, epoch
 * and step.
 */
public final class Sessions {
    private static final long EDITS = 0x5E55_0004L;

    private final Community community;
    private final long randomSeed;
    private final SessionTimes times;
    private long nextEpoch = 1;

    public Sessions(Community community, long randomSeed, SessionTimes times) {
        this.community = community;
        this.randomSeed = randomSeed;
        this.times = times;
    }

    /** A session that is to be drawn; {@code work} draws it. */
    private record Due(long begin, PlaylistId playlist, Runnable work) {}

    /** Draws the next epoch's edits, in the order of their times. They change at most {@code changePerEpoch} of all entries. */
    public List<OrganicEdit> next() {
        var epoch = nextEpoch++;
        var edits = new ArrayList<OrganicEdit>();
        due(epoch, Agenda.draw(community, randomSeed, epoch), edits).stream()
                .sorted(Comparator.comparingLong(Due::begin).thenComparingLong(due -> due.playlist.value()))
                .forEach(due -> due.work.run());
        edits.sort(Comparator.comparingLong(OrganicEdit::eventTime));
        return edits;
    }

    private List<Due> due(long epoch, Agenda agenda, List<OrganicEdit> edits) {
        var all = new ArrayList<Due>();
        agenda.edits().forEach((id, number) -> {
            var playlist = community.playlist(id);
            var moments = on(epoch, times.edits(playlist.id(), epoch, number));
            all.add(new Due(moments[0], playlist.id(), () -> edit(playlist, epoch, moments, edits)));
        });
        for (var id : agenda.deletions()) {
            var playlist = community.playlist(id);
            var moments = on(epoch, times.edits(playlist.id(), epoch, 1));
            all.add(new Due(moments[0], playlist.id(), () -> delete(playlist, moments, edits)));
        }
        for (var length : agenda.foundings()) {
            var id = community.newId();
            var moments = on(epoch, times.founding(id, epoch, length));
            all.add(new Due(moments[0], id, () -> found(id, moments, edits)));
        }
        return all;
    }

    private static long[] on(long epoch, long[] timesOfDay) {
        return Arrays.stream(timesOfDay).map(time -> Calendar.day(epoch) + time).toArray();
    }

    private void edit(Curated playlist, long epoch, long[] moments, List<OrganicEdit> edits) {
        var hash = Hash64.of(randomSeed, EDITS, playlist.id().value(), epoch);
        var session = new Session(community, playlist);
        for (var step = 0; step < moments.length; step++) {
            var change = session.next(Hash64.of(hash, step));
            edits.add(new OrganicEdit(playlist.id(), moments[step], change));
        }
    }

    private void delete(Curated playlist, long[] moments, List<OrganicEdit> edits) {
        edits.add(new OrganicEdit(playlist.id(), moments[0], new Change.Deleted()));
        community.remove(playlist);
    }

    private void found(PlaylistId id, long[] moments, List<OrganicEdit> edits) {
        var playlist = community.found(id, moments.length - 1);
        community.add(playlist);
        edits.addAll(OrganicEdit.founding(id, playlist.tracks().toIntArray(), moments));
    }
}
