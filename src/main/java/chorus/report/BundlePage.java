package chorus.report;

import chorus.evaluate.Measures;
import chorus.rows.results.Measure;

/** What lies in a run's directory, as a page: {@code docs/run-bundle.md}. */
public final class BundlePage {
    private static final String HEAD = """
            # The run bundle

            A run keeps its results in `runs/<name>/` (or `--out DIR`). This page is written from the code
            (`chorus.report.Tables`); a test fails when it is stale.

            | file | holds |
            |---|---|
            | `settings.yaml` | the effective settings: reference, file and `--set` together; loads again to the same run |
            | `generations.csv` | one row a retrain round |
            | `evaluations.csv` | one row a generation, world, campaign of that world and recommender; the twin has one a campaign |
            | `distributions.csv` | beside each row of `evaluations.csv`, how its figures are spread: what the page draws as curves, bands and bars |
            | `lists/3/tests.csv`, `lists.csv`, `tracks.csv`, … | with `--lists`, a directory a generation: what was recommended for each test, as in a [bundle](experiment-bundle.md); written before the generation is published, so that a kill loses none |
            | `orders.yaml` | the orders that were accepted so far, where any were: for `--orders` ([orders.md](orders.md)) |
            | `summary.json` | versions, seed, scale, each campaign's peak in each of its worlds by each recommender, end offsets, sizes of the state; written at the end |
            | `chart.svg` | share of hits and amplification over the generations, a line a campaign and world, the twin dashed; of the first recommender; written at the end |

            CSV as in RFC 4180 with LF: numbers are written so that they read back to the same bits, an undefined value is an
            empty field, rows stand in the order of generations, then worlds as the settings name them, then campaigns by name, then recommenders as the settings name them.
            A world in which no campaign has started has one row, with an empty campaign. Nothing timed is in these files:
            the same seed gives the same bytes. They are written anew when a run goes on after a restart, and appended to after
            each generation. A skipped round has no rows in `evaluations.csv`.
            Rows of `distributions.csv` are kept nowhere else: where a run was killed between publishing a generation and writing
            them, those of this generation are missing, and the page says that they are undefined.

            Adding, leaving out or reordering worlds leaves the rows of the others as they are, save for `interference`, which
            compares two of them.
            """;

    private BundlePage() {}

    public static String text() {
        var page = new StringBuilder(HEAD);
        add(page, Tables.GENERATIONS);
        add(page, Tables.EVALUATIONS);
        add(page, Tables.DISTRIBUTIONS);
        page.append("""

                ## Measures
                B24: Baumann and Mendler-Dünner, NeurIPS 2024. D23: Bendada et al., SIGIR 2023. Which of two figures is better is
                said for whoever wants good and even recommendations; what a collective gains is good for some alone.

                | column | unit | better | source |
                |---|---|---|---|
                """);
        Measures.ALL.forEach(each -> page.append(
                "| `%s` | %s | %s | %s |\n".formatted(each.name(), each.unit(), better(each), each.source())));
        return page.append("""

                Accuracy (`ndcg` … `clicks`, `precision`, `recall`) is the mean over the test playlists; bias measures are over
                the first K recommendations of each test list, K being the number of its held-out tracks.
                """).toString();
    }

    private static String better(Measure measure) {
        return switch (measure.better()) {
            case MORE -> "more";
            case LESS -> "less";
            case NEITHER -> "neither";
        };
    }

    private static <R> void add(StringBuilder page, Table<R> table) {
        page.append("\n## ").append(table.file()).append("\n| column | meaning |\n|---|---|\n");
        table.columns().forEach(column -> page.append("| `%s` | %s |\n".formatted(column.name(), column.meaning())));
    }
}
