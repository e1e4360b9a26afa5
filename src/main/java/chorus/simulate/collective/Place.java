package chorus.simulate.collective;

/**
 * Where a target is to stand in the twin's list of a playlist.
 *
 * @param index 0…length
 * @param beforeSuccessor whether directly before the track that has the index, and not directly after the one before it
 */
public record Place(int index, boolean beforeSuccessor) {
    static Place afterPredecessor(int index) {
        return new Place(index, false);
    }
}
