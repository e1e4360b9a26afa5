package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet.Head;
import java.util.List;

/** What lies in an experiment's directory, as a page: {@code docs/experiment-bundle.md}. */
public final class TablesPage {
    private static final String HEAD = """
            # The bundle of an experiment

            `./chorus experiment FILE` keeps its results in `runs/<name>/` (or `--out DIR`). This page is written from the code
            (`chorus.bundle.tables`); a test fails when it is stale.

            | file | holds |
            |---|---|
            | `report.html` | what was run, every figure beside the paper's in words, and the tables, in one file that needs no network |
            | `experiment.yaml` | the experiment's file as it was given |
            | `settings.yaml` | the effective settings of its first variant: reference, file, `--set` and the first of each varied value |
            | `summary.json` | versions, machine, seeds, scale, what was overridden, how long it took |
            | `results.csv` | a row a variant, world, campaign and recommender, at the first generation at which all members hold |
            | `means.csv` | a row a measure: its mean over the seeds with a 95 % t-interval, and its paired difference to a placement at random |
            | `amplification.csv` | the amplification of each strategy at each size; where there are campaigns, and nothing but strategy, size and seed is varied |
            | `course.csv` | with `generations: all` in the experiment's file: as `results.csv`, at every generation after the fill |
            | `course_means.csv` | with it: as `means.csv`, at each of these generations |
            | `results.parquet`, … | the same tables for programs, uncompressed: texts as strings, counts as INT64, numbers as DOUBLE, what is undefined as null |
            | `figures/*.svg`, `figures/*.png` | every figure; none where the Java runtime has no fonts, which is said before anything is run, and in the report |
            | `folds/` | what each finished fold came to, and a digest of what decides it: the same command goes on from there after a kill, and writes the rest anew in a moment where only `report` was changed; `--restart` begins anew |
            | `runs/1/`, … | with `--runs`: the [files of each variant's run](run-bundle.md), all its generations |
            | `lists/1/tests.csv`, … | with `--lists`, a directory a variant: a row a test playlist, how its list fares and where the target stands |
            | `lists/1/lists.csv`, … | with `--lists`: the lists themselves |
            | `lists/1/tracks.csv`, … | with `--lists`: what the tracks are that these two name |

            CSV as in RFC 4180 with LF. Numbers read back to the same bits, an undefined one is an empty field, rows stand in the order of
            the sweep, its last key fastest. Nothing timed is in the tables: the same file and version give the same bytes, and the same bytes
            of Parquet. A campaign that ends, or a plan that ends before all members hold, is told of at the last generation before that.

            ## The key `generations` of an experiment's file

            `deciding`, as it is where the key is missing: tables have the generation that decides, and a sweep makes no others.
            `all`: beside these there are a course and its means, a campaign from its start on; every generation is made, which takes as
            many times longer. A course is no choice of the best: what decides is fixed beforehand.

            ## The part `report` of an experiment's file

            It has no say in what is run.

            | key | meaning |
            |---|---|
            | `title`, `about` | of the report; absent: the experiment's name, nothing |
            | `figures` | a list; empty: amplification and share of hits over the first varied key whose values are numbers, or else over the first of all |
            | `figures[i].name` | of its files |
            | `figures[i].title` | above it |
            | `figures[i].measures` | names of measures, a row of panels each |
            | `figures[i].over` | the varied key along the axis; absent: as above; `generation`: the generations, of the course. An axis over a factor of ten or more is logarithmic, but of generations |
            | `figures[i].paper` | what the paper's figure shows |
            | `figures[i].here` | what ours shows otherwise, and why, where known |
            """;

    private TablesPage() {}

    public static String text() {
        var page = new StringBuilder(HEAD);
        add(
                page,
                "results.csv",
                "`variant`; the varied keys, a column each, by their paths in the settings; the columns below; then all of "
                        + "`evaluations.csv` ([run-bundle.md](run-bundle.md)).",
                ResultsSheet.BEHIND_KEYS);
        add(
                page,
                "means.csv",
                "The varied keys but `randomSeed`, a column each; then the columns below.",
                MeansSheet.BEHIND_KEYS);
        page.append("""

                ## course.csv, course_means.csv
                The columns of results.csv and means.csv; course_means.csv has `generation`, number of the retrain round, behind the varied keys. Pairs
                with the placement at random are those of the same generation.
                """);
        add(page, "amplification.csv", "Two rows a recommender, strategy and size.", AmplificationSheet.HEADS);
        add(
                page,
                "lists/1/tests.csv",
                "A row a campaign and test, in the worlds of the campaign and in the twin, at the generations that decide. Each measure of "
                        + "accuracy in results.csv is the mean of its column here, and `hits` the sum of `hit`.",
                TestSheets.all(TestSheets.TESTS));
        add(
                page,
                "lists/1/lists.csv",
                "A row a test, world and recommender. Ids of playlists and tracks are those of the variant's own run: another `randomSeed` has others.",
                TestSheets.all(TestSheets.LISTS));
        add(page, "lists/1/tracks.csv", "A row a track, ascending by id.", TestSheets.TRACKS);
        return page.append("""

                ## compare
                `./chorus compare A B --out DIR` leaves `differences.csv` and `.parquet`, `figures/` and `report.html`. A row is a measure of
                what both bundles have: the same values of the varied keys (of runs, the same generation), campaign, world and recommender.
                Its interval is that of the differences paired by seed, or Welch's where no seed is shared. [notebook.md](notebook.md) reads
                bundles with pandas and DuckDB.
                """).toString();
    }

    private static void add(StringBuilder page, String file, String first, List<Head> heads) {
        page.append("\n## ").append(file).append('\n').append(first).append("\n\n| column | meaning |\n|---|---|\n");
        heads.forEach(head -> page.append("| `%s` | %s |\n".formatted(head.name(), head.meaning())));
    }
}
