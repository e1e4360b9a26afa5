package chorus.events;

import java.util.SortedMap;

/** The schemas that a registry holds for the topics of a prefix. Reads only. */
public final class RegistryExamination {
    private RegistryExamination() {}

    /**
     * Each subject of ours with the compatibility that is required of its versions, the registry's default included.
     *
     * @throws RegistryUnreachable where nothing answers there
     */
    public static SortedMap<String, String> compatibilities(String url, String prefix) {
        try (var registry = RegistryClient.of(url)) {
            return registry.compatibilities(prefix);
        }
    }
}
