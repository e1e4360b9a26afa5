package chorus.topology.engine;

/** How a task works: its long work in slices, and what waits on the heap drained before each commit. */
public record Work(Slices slices, CommitHook hook) {}
