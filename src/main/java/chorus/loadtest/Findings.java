package chorus.loadtest;

import chorus.loadtest.result.LoadResult;
import chorus.loadtest.result.LoadResult.Origin;
import chorus.loadtest.result.Measured;
import chorus.loadtest.result.Step;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a load test found, before it is told where and when.
 *
 * @param sustainable of a search that found one
 */
public record Findings(Measured measured, OptionalDouble sustainable, List<Step> steps, long lagAtEnd) {
    public Findings {
        steps = List.copyOf(steps);
    }

    static Findings of(Measured measured) {
        return new Findings(measured, OptionalDouble.empty(), List.of(), 0);
    }

    Findings withLag(long lag) {
        return new Findings(measured, sustainable, steps, lag);
    }

    public LoadResult from(Origin origin, OptionalLong differences) {
        return new LoadResult(origin, measured, sustainable, steps, lagAtEnd, differences);
    }
}
