package chorus.simulate;

import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;

/**
 * An entry of a playlist as its writer knows it, packed in a long: the track in the low 24 bits, in the next eight the number of
 * the campaign whose plant it is, 0 for none, in the upper half the worlds that see it.
 */
final class WrittenEntry {
    private WrittenEntry() {}

    static long organic(TrackId track, WorldSet worlds) {
        return plant(track, 0, worlds);
    }

    /** @param campaign 1…255 */
    static long plant(TrackId track, int campaign, WorldSet worlds) {
        return (long) worlds.bits() << 32 | (long) campaign << 24 | track.value();
    }

    static int track(long entry) {
        return (int) entry & TrackId.BOUND - 1;
    }

    static int campaign(long entry) {
        return (int) (entry >>> 24) & 255;
    }

    static WorldSet worlds(long entry) {
        return new WorldSet((int) (entry >> 32));
    }
}
