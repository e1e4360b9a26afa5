package chorus.cli;

import chorus.broker.access.Access;
import chorus.broker.examine.Examination;
import chorus.broker.examine.Finding;
import chorus.config.Settings;
import chorus.embedded.transactions.Forgotten;
import chorus.embedded.transactions.TransactionFault;
import chorus.embedded.transactions.Transactions;
import chorus.events.Events;
import chorus.events.registry.RegistryClient;
import chorus.events.registry.RegistryUnreachable;
import chorus.report.Terminal;
import chorus.topology.StreamsApp;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** What {@code chorus doctor} finds at one place, a line each. */
record Diagnosis(Settings settings, Access access, Terminal terminal) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Returns the exit code: 1 where something is wrong. */
    int tell(boolean repair) throws InterruptedException {
        var wrong = 0;
        try (var examination = Examination.of(access, settings.kafka(), PATIENCE)) {
            wrong += show("brokers at " + access.bootstrap(), examination.brokers());
            wrong += show("topics", examination.topics());
            wrong += show("group", List.of(examination.group(StreamsApp.applicationId(settings))));
        }
        wrong += transactions(repair);
        wrong += show("registry " + access.registry(), subjects());
        terminal.result(wrong == 0 ? "nothing is wrong" : wrong + " wrong");
        return wrong == 0 ? 0 : 1;
    }

    private int show(String section, List<Finding> findings) {
        terminal.result(section);
        findings.forEach(
                found -> terminal.result((found.wrong() ? "! " : "  ") + found.subject() + ": " + found.told()));
        return (int) findings.stream().filter(Finding::wrong).count();
    }

    private int transactions(boolean repair) throws InterruptedException {
        try (var transactions =
                Transactions.at(access.clients(), settings.kafka().prefix())) {
            var hanging = transactions.find();
            terminal.result("transactions");
            if (hanging.isEmpty()) {
                terminal.result("  none hangs");
            }
            var left = 0;
            for (var each : hanging) {
                left += repair && repaired(transactions, each) ? 0 : leave(each);
            }
            return left;
        } catch (TransactionFault untold) {
            return show("transactions", List.of(Finding.wrong("all", String.valueOf(untold.getMessage()))));
        }
    }

    private boolean repaired(Transactions transactions, Forgotten hanging) throws InterruptedException {
        var written = transactions.repair(hanging);
        if (written) {
            terminal.result("  " + hanging.told() + "; its marker is written");
        }
        return written;
    }

    private int leave(Forgotten hanging) {
        terminal.result("! " + hanging.told() + (hanging.decided() ? "; --repair writes its marker" : ""));
        return 1;
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
