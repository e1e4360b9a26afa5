package chorus.cli.frame;

import chorus.cli.live.LivePage;
import chorus.config.CampaignSettings;
import chorus.config.OrderSettings;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.experiment.sweep.KeptLists;
import chorus.metrics.Meter;
import chorus.metrics.Meters;
import chorus.metrics.TopicFlows;
import chorus.orders.OrderDecision;
import chorus.report.GenerationLines;
import chorus.report.RunBundle;
import chorus.report.Terminal;
import chorus.retrain.Generation;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.TestRows;
import chorus.run.Watch;
import chorus.run.campaigns.OrderLines;
import chorus.run.campaigns.PlanSource;
import chorus.serve.Parts;
import chorus.waits.TimeOfDay;
import chorus.waits.Wait;
import chorus.waits.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows a run to whoever looks on: the terminal, the meters, and the run's files. */
public final class Screen implements Watch, AutoCloseable {
    private final Terminal terminal;
    private final String records;
    private final Meters meters;
    private GenerationLines lines;
    private final String twin;
    private final Map<Integer, Long> written = new ConcurrentHashMap<>();
    private volatile @Nullable RunBundle bundle;
    private volatile KeptLists lists = KeptLists.nowhere();
    private final Waits waits;
    private final TimeOfDay time;
    private final Optional<LivePage> page;
    private List<OrderSettings> orders;
    private boolean headed;

    /**
     * @param records what is written to the log, in a word
     * @param page that of this process, where it has one
     */
    public Screen(
            Terminal terminal, Meters meters, Parts parts, Settings settings, String records, Optional<LivePage> page) {
        this.records = records;
        this.page = page;
        this.terminal = terminal;
        this.meters = meters;
        lines = lines(settings);
        orders = settings.orders();
        twin = settings.allWorlds().twin().name();
        waits = Waits.watched(System::nanoTime, new Standing(terminal, meters, parts));
        time = TimeOfDay.watched(System::currentTimeMillis, System::nanoTime, terminal::note);
    }

    private static GenerationLines lines(Settings settings) {
        return new GenerationLines(
                settings.allWorlds(),
                settings.allCampaigns().stream().map(CampaignSettings::name).toList());
    }

    /**
     * From now on generations go to {@code files} too.
     *
     * @param recommended where what is recommended for each test goes, if anywhere
     */
    public void keep(RunBundle files, KeptLists recommended) {
        bundle = files;
        lists = recommended;
        var made = files.generations().stream()
                .filter(row -> row.skipped().isEmpty())
                .map(GenerationRow::generation)
                .toList();
        var missing = recommended.begin(made);
        if (missing > 0) {
            note("--lists keeps what is recommended from here on: of " + missing
                    + (missing == 1 ? " generation" : " generations") + " made before it is not there");
        }
        page.ifPresent(shown -> shown.known(files));
    }

    /** The topology runs in this process. */
    public void flows(Supplier<TopicFlows> flows) {
        page.ifPresent(shown -> shown.flows(flows));
    }

    @Override
    public void note(String what) {
        terminal.note(what);
    }

    @Override
    public void transaction(String what, boolean repaired) {
        terminal.note(repaired ? what + "; repaired" : what + "; `chorus doctor` tells more");
        meters.add(repaired ? Meter.TRANSACTIONS_REPAIRED : Meter.TRANSACTIONS_HANGING, 1);
    }

    @Override
    public Wait waits(String part, Supplier<String> what, Duration patience) {
        return waits.begin(part, what, patience);
    }

    @Override
    public void wrote(int writer, long edits, long organic) {
        var before = written.put(writer, edits);
        meters.add(Meter.EDITS_WRITTEN, (double) (edits - (before == null ? 0 : before)));
        var all = written.values().stream().mapToLong(each -> each).sum();
        page.ifPresent(shown -> shown.wrote(all));
        terminal.progress(records + " written", all, organic);
    }

    @Override
    public void restored(long changes, long of) {
        meters.set(Meter.RESTORE_LEFT, Math.max(0, of - changes));
        if (of > 0) {
            terminal.progress("restoring stores", changes, of);
        }
    }

    @Override
    public void ended(long epoch) {
        meters.add(Meter.EPOCHS, 1);
    }

    @Override
    public void refused() {
        meters.add(Meter.REFUSED, 1);
    }

    @Override
    public void closed(long epoch) {
        meters.add(Meter.EPOCHS_CLOSED, 1);
    }

    @Override
    public void retrained(Duration took) {
        meters.record(Meter.RETRAIN, took);
        page.ifPresent(shown -> shown.retrained(took));
    }

    @Override
    public void trained(long generation, Trained from) {
        page.ifPresent(shown -> shown.trained(generation, from));
    }

    @Override
    public boolean keepsTests() {
        return lists.areWanted();
    }

    @Override
    public void tested(long generation, List<TestRows> tests) {
        lists.keepGeneration(generation, tests);
    }

    @Override
    public void orderedBefore(List<OrderDecision> decided, Settings now, PlanSource plan) {
        page.ifPresent(shown -> shown.before(decided, now, plan));
    }

    @Override
    public synchronized void ordered(List<OrderDecision> decided, Settings now) {
        decided.forEach(decision -> terminal.note(OrderLines.WORDS.told(decision)));
        var files = bundle;
        if (files != null && !now.orders().isEmpty()) {
            files.ordered(SettingsText.of(new OrderSettings.Page(now.orders())), now.allWorlds());
        }
        if (!now.orders().equals(orders)) {
            orders = now.orders();
            lines = lines(now);
            headed = false;
        }
        page.ifPresent(shown -> shown.ordered(decided, now));
    }

    @Override
    public synchronized void skipped(GenerationRow generation) {
        keep(generation, List.of(), List.of());
        meters.skipped(generation);
        page.ifPresent(shown -> shown.skipped(generation));
        terminal.note("generation " + generation.generation() + " skipped: " + generation.skipped());
    }

    @Override
    public synchronized void generation(Generation generation, long lag) {
        keep(generation.row(), generation.evaluations(), generation.distributions());
        meters.publish(generation.row(), generation.evaluations(), twin);
        meters.set(Meter.LAG, lag);
        meters.set(Meter.PUBLISHED, System.currentTimeMillis() / 1000.0);
        page.ifPresent(shown -> shown.generation(generation, lag));
        if (!headed) {
            terminal.result(lines.head());
            headed = true;
        }
        terminal.result(lines.line(generation.row(), generation.evaluations(), OptionalLong.of(lag)));
    }

    private void keep(GenerationRow row, List<EvaluationRow> evaluations, List<DistributionRow> distributions) {
        var files = bundle;
        if (files != null) {
            files.add(row, evaluations, distributions);
        }
    }

    @Override
    public void close() {
        time.close();
        waits.close();
    }
}
