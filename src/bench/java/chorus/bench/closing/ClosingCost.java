package chorus.bench.closing;

import chorus.bench.ground.Allowance;
import chorus.bench.ground.Json;
import chorus.bench.ground.Machine;
import chorus.bench.jmh.PublishRowBenchmark;
import chorus.cli.frame.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chorus bench closing}. */
@Command(
        name = "closing",
        description = "What publishing one changed row costs by the number of its neighbours, as a line beside what is "
                + "allowed; by JMH, in a single thread, in about two minutes.",
        mixinStandardHelpOptions = true)
public final class ClosingCost implements Callable<Integer> {
    @Option(names = "--forks", paramLabel = "N", description = "processes for each size; default ${DEFAULT-VALUE}")
    private int forks = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "measured for each size; default ${DEFAULT-VALUE}")
    private int seconds = 10;

    @Option(names = "--out", paramLabel = "FILE.json", description = "writes the result there too")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var points = measure();
        var line = Line.through(points);
        var terminal = Console.terminal();
        terminal.result(String.format(
                Locale.ROOT,
                "%12s %12s %10s %10s %12s %12s",
                "neighbours",
                "µs a row",
                "±",
                "least",
                "÷ allowed",
                "÷ stretch"));
        for (var point : points) {
            terminal.result(String.format(
                    Locale.ROOT,
                    "%12d %12.2f %10.2f %10.2f %12.2f %12.2f",
                    point.neighbours(),
                    point.microseconds(),
                    point.error(),
                    point.least(),
                    point.partOf(Allowance.REQUIRED),
                    point.partOf(Allowance.STRETCH)));
        }
        terminal.result(String.format(
                Locale.ROOT,
                "as a line: %.1f µs + %.1f ns·n; allowed 20 µs + 100 ns·n, stretch 10 µs + 50 ns·n",
                line.intercept(),
                line.slope() * 1000));
        if (out != null) {
            Json.write(tree(points, line), out);
        }
        return 0;
    }

    private List<Point> measure() throws RunnerException {
        var options = new OptionsBuilder()
                .include(PublishRowBenchmark.class.getName())
                .forks(forks)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(seconds * 200L))
                .build();
        return new Runner(options)
                .run().stream()
                        .map(ClosingCost::point)
                        .sorted(Comparator.comparingLong(Point::neighbours))
                        .toList();
    }

    private static Point point(RunResult run) {
        var result = run.getPrimaryResult();
        return new Point(
                Long.parseLong(run.getParams().getParam("neighbours")),
                result.getScore(),
                result.getScoreError(),
                result.getStatistics().getMin());
    }

    private static Map<String, Object> tree(List<Point> points, Line line) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("machine", Machine.facts(List.of()));
        var rows = new ArrayList<Map<String, Object>>();
        for (var point : points) {
            rows.add(Map.of(
                    "neighbours", point.neighbours(),
                    "microseconds", point.microseconds(),
                    "error", point.error(),
                    "least", point.least(),
                    "partOfAllowed", point.partOf(Allowance.REQUIRED),
                    "partOfStretch", point.partOf(Allowance.STRETCH)));
        }
        tree.put("rows", rows);
        tree.put("line", line);
        return tree;
    }
}
