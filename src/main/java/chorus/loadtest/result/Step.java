package chorus.loadtest.result;

/** One step of a search. */
public record Step(double rate, boolean sustained, double editsPerSecond, double lagGrowth, long countedP99) {}
