package chorus.bench;

import chorus.bench.contender.Contender;
import chorus.bench.contender.Job;
import chorus.bench.contender.Site;
import chorus.bench.flink.FlinkPeer;
import chorus.bench.heap.HeapLimit;
import chorus.bench.streams.ChorusStream;
import chorus.bench.streams.DslPeer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A contender's process. It stays alive over all repeats, reads a line {@code run PREFIX STORES} or {@code settings PREFIX} on
 * standard input and answers with a line {@code done JSON}; lines {@code read N} tell of progress. It ends with its input.
 */
final class Worker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contender contender;
    private final String bootstrap;
    private final String registry;
    private final List<String> overrides;
    private final PrintStream answers;

    private Worker(
            Contender contender, String bootstrap, String registry, List<String> overrides, PrintStream answers) {
        this.contender = contender;
        this.bootstrap = bootstrap;
        this.registry = registry;
        this.overrides = overrides;
        this.answers = answers;
    }

    private static Contender contender(String name, Job job) {
        return switch (name) {
            case "heap" -> new HeapLimit(job);
            case "dsl" -> new DslPeer(job);
            case "flink" -> new FlinkPeer();
            case "chorus" -> new ChorusStream();
            default -> throw new IllegalArgumentException("unknown contender " + name);
        };
    }

    /** Arguments: contender, job, bootstrap, registry, then the product's settings as key=value. */
    public static void main(String... args) throws Exception {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var overrides = List.of(args).subList(4, args.length);
        try {
            new Worker(contender(args[0], Job.valueOf(args[1])), args[2], args[3], overrides, answers).serve();
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void serve() throws Exception {
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = commands.readLine(); line != null; line = commands.readLine()) {
            var words = line.split(" ", 3);
            var site = new Site(bootstrap, registry, Site.settings(words[1], overrides), Path.of(words[2]));
            answer(
                    words[0].equals("settings")
                            ? contender.settings(site)
                            : contender.run(site, read -> answers.println("read " + read)));
        }
    }

    private void answer(Object value) throws Exception {
        answers.println("done " + JSON.writeValueAsString(value));
    }
}
