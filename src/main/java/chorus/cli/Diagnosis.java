package chorus.cli;

import chorus.broker.access.Access;
import chorus.broker.examine.Examination;
import chorus.broker.examine.Finding;
import chorus.cli.usage.ExitCodes;
import chorus.config.Settings;
import chorus.embedded.transactions.Forgotten;
import chorus.embedded.transactions.TransactionFault;
import chorus.embedded.transactions.Transactions;
import chorus.events.Events;
import chorus.events.Simulation;
import chorus.events.registry.RegistryClient;
import chorus.events.registry.RegistryUnreachable;
import chorus.report.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What {@code chorus doctor} finds at one place: told a line each, and kept by section. */
final class Diagnosis {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;
    private final Simulation simulation;
    private final Access access;
    private final Terminal terminal;
    private final SequencedMap<String, List<Finding>> sections = new LinkedHashMap<>();

    /** @param simulation whose topics and group are looked at */
    Diagnosis(Settings settings, Simulation simulation, Access access, Terminal terminal) {
        this.settings = settings;
        this.simulation = simulation;
        this.access = access;
        this.terminal = terminal;
    }

    /** Returns the exit code: 1 where something is wrong. */
    int tell(boolean repair) throws InterruptedException {
        try (var examination = Examination.of(access, settings.kafka(), simulation, PATIENCE)) {
            show("brokers at " + access.bootstrap(), examination.brokers());
            show("topics", examination.topics());
            show("group", List.of(examination.group()));
        }
        show("transactions", transactions(repair));
        show("registry " + access.registry(), subjects());
        var wrong = sections.values().stream()
                .flatMap(List::stream)
                .filter(Finding::wrong)
                .count();
        terminal.result(wrong == 0 ? "nothing is wrong" : wrong + " wrong");
        return wrong == 0 ? 0 : ExitCodes.FAILED;
    }

    /** What was found, by section in the order in which it was looked for. */
    Map<String, List<Finding>> found() {
        return Collections.unmodifiableMap(sections);
    }

    private void show(String section, List<Finding> findings) {
        sections.put(section, findings);
        terminal.result(section);
        findings.forEach(
                found -> terminal.result((found.wrong() ? "! " : "  ") + found.subject() + ": " + found.told()));
    }

    private List<Finding> transactions(boolean repair) throws InterruptedException {
        try (var transactions =
                Transactions.at(access.clients(), settings.kafka().prefix())) {
            var found = new ArrayList<Finding>();
            for (var hanging : transactions.find()) {
                var repaired = repair && transactions.repair(hanging);
                found.add(repaired ? repaired(hanging) : left(hanging));
            }
            return found.isEmpty() ? List.of(Finding.good("all", "none hangs")) : List.copyOf(found);
        } catch (TransactionFault untold) {
            return List.of(Finding.wrong("all", String.valueOf(untold.getMessage())));
        }
    }

    private static Finding repaired(Forgotten hanging) {
        return Finding.good("repaired", hanging.told() + "; its marker is written");
    }

    private static Finding left(Forgotten hanging) {
        return Finding.wrong("hangs", hanging.told() + (hanging.decided() ? "; --repair writes its marker" : ""));
    }

    private List<Finding> subjects() {
        try {
            var found =
                    Events.compatibilities(access.registry(), settings.kafka().prefix());
            var byCompatibility = new TreeMap<String, Integer>();
            found.values().forEach(compatibility -> byCompatibility.merge(compatibility, 1, Integer::sum));
            return found.isEmpty()
                    ? List.of(Finding.good("subjects", "none of ours yet"))
                    : byCompatibility.entrySet().stream()
                            .map(each -> new Finding(
                                    "compatibility " + each.getKey(),
                                    each.getValue() + " subjects",
                                    !RegistryClient.keepsReadable(each.getKey())))
                            .toList();
        } catch (RegistryUnreachable silent) {
            return List.of(Finding.wrong("registry", String.valueOf(silent.getMessage())));
        }
    }
}
