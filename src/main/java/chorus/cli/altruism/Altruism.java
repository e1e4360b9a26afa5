package chorus.cli.altruism;

import picocli.CommandLine.Command;

/** {@code chorus altruism}: users who rate up what others would love. */
@Command(
        name = "altruism",
        description =
                "Users of a majority rate up what a minority would love, and a platform that completes ratings learns it "
                        + "(docs/altruism.md).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AltruismDemo.class,
            AltruismRun.class,
            AltruismSimulate.class,
            AltruismStream.class,
            AltruismTrain.class,
            AltruistOrders.class,
            AltruismVerify.class,
            AltruismExperiment.class
        })
public final class Altruism {}
