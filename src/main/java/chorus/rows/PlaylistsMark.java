package chorus.rows;

/**
 * Ends an epoch in one partition of {@code playlists}: what that partition holds at the cut.
 *
 * @param training playlists that exist and are not held out
 * @param heldOut playlists that exist and are held out
 * @param applied edits applied since the beginning
 * @param refused records refused since the beginning
 */
public record PlaylistsMark(
        long epoch, int partition, int partitions, long training, long heldOut, long applied, long refused)
        implements PlaylistsEntry {}
