package chorus.playlist;

/** Whoever edits: the owner of a playlist, or a member of a collective acting on their own playlist. */
public record ListenerId(long value) {}
