package chorus.topology.engine;

/** How a task works: its long work in slices, what waits on the heap drained before each commit, and commits in step. */
public record Work(Slices slices, CommitHook hook, Rounds rounds) {}
