package chorus.rows;

/** One record of the topic {@code playlists}. */
public sealed interface PlaylistsEntry permits PlaylistRow, PlaylistsMark {}
