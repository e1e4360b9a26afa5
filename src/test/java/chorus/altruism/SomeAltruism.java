package chorus.altruism;

import chorus.config.AltruismSettings;
import chorus.config.SettingsLoader;
import java.util.Arrays;
import java.util.Optional;

/** Settings of the section, by options without its name. */
public final class SomeAltruism {
    private SomeAltruism() {}

    public static AltruismSettings of(String... options) {
        return SettingsLoader.load(
                        Optional.empty(),
                        Arrays.stream(options).map(each -> "altruism." + each).toList())
                .altruism();
    }
}
