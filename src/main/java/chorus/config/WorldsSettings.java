package chorus.config;

import chorus.config.kinds.Form;
import chorus.worlds.World;
import chorus.worlds.WorldSet;
import chorus.worlds.Worlds;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Which worlds a run has, and which campaigns happen in each. */
public sealed interface WorldsSettings extends Form {
    /** @throws IllegalArgumentException where they cannot be; the message begins with the key */
    Worlds of(List<CampaignSettings> campaigns);

    /** The twin, one world for each campaign alone, named as it, and, where all campaigns may meet, one that has all of them. */
    record Each() implements WorldsSettings {
        private static final String TWIN = "twin";
        private static final String ALL = "all";

        @Override
        public Worlds of(List<CampaignSettings> campaigns) {
            SequencedMap<String, Set<String>> worlds = new LinkedHashMap<>();
            worlds.put(TWIN, Set.of());
            for (var i = 0; i < campaigns.size(); i++) {
                var name = campaigns.get(i).name();
                var key = "campaigns[" + i + "].name = " + name + ": with worlds: each it ";
                if (name.equals(TWIN) || name.equals(ALL)) {
                    throw new IllegalArgumentException(key + "must not be twin or all, which are worlds of their own");
                }
                if (!Named.isName(name)) {
                    throw new IllegalArgumentException(key + "names a world: " + Named.ALLOWED);
                }
                worlds.put(name, Set.of(name));
            }
            if (campaigns.size() > 1 && Campaigns.apart(campaigns).isEmpty()) {
                worlds.put(ALL, Campaigns.names(campaigns));
            }
            if (worlds.size() > WorldSet.MOST) {
                throw new IllegalArgumentException("worlds = each: " + tooMany(worlds.size()));
            }
            return Worlds.of(worlds);
        }
    }

    /** Those named; none stands for two: {@code factual}, with all campaigns, and {@code counterfactual}, the twin. */
    record Listed(List<Named> worlds) implements WorldsSettings {
        public Listed {
            worlds = List.copyOf(worlds);
        }

        @Override
        public Worlds of(List<CampaignSettings> campaigns) {
            if (worlds.isEmpty()) {
                return factualAndCounterfactual(campaigns);
            }
            if (worlds.size() > WorldSet.MOST) {
                throw new IllegalArgumentException("worlds: " + tooMany(worlds.size()));
            }
            requireOneTwin();
            SequencedMap<String, Set<String>> named = new LinkedHashMap<>();
            for (var i = 0; i < worlds.size(); i++) {
                var world = worlds.get(i);
                world.check("worlds[" + i + "]", campaigns);
                if (named.put(world.name(), new LinkedHashSet<>(world.campaigns())) != null) {
                    throw new IllegalArgumentException("worlds[" + i + "].name = " + world.name() + ": is given twice");
                }
            }
            return Worlds.of(named);
        }

        /** Built by hand, as without campaigns both have none, and still only one of them is the twin. */
        private static Worlds factualAndCounterfactual(List<CampaignSettings> campaigns) {
            Campaigns.apart(campaigns).ifPresent(why -> {
                throw new IllegalArgumentException(
                        "worlds: " + why + ", so no world can have both: choose each, or name worlds");
            });
            return new Worlds(List.of(
                    new World(1, "factual", Campaigns.names(campaigns)), new World(0, "counterfactual", Set.of())));
        }

        private void requireOneTwin() {
            var twins = worlds.stream()
                    .filter(world -> world.campaigns().isEmpty())
                    .map(Named::name)
                    .toList();
            if (twins.size() != 1) {
                throw new IllegalArgumentException("worlds: "
                        + (twins.isEmpty() ? "none" : String.join(", ", twins))
                        + " without campaigns: exactly one must be, the twin");
            }
        }
    }

    /** One world by name, with the names of its campaigns. */
    record Named(String name, List<String> campaigns) {
        private static final String ALLOWED = "letters, digits, '-' and '_' are allowed, at most 100";

        public Named {
            requireName("name", name);
            campaigns = List.copyOf(campaigns);
            var twice = new HashSet<String>();
            for (var campaign : campaigns) {
                if (!twice.add(campaign)) {
                    throw new IllegalArgumentException("campaigns: " + campaign + " is named twice");
                }
            }
        }

        static void requireName(String key, String name) {
            if (!isName(name)) {
                throw new IllegalArgumentException(key + " = " + name + ": " + ALLOWED);
            }
        }

        /** It becomes a column of tables and a label of meters. */
        private static boolean isName(String name) {
            return name.matches("[A-Za-z0-9_-]{1,100}");
        }

        private void check(String key, List<CampaignSettings> all) {
            for (var i = 0; i < campaigns.size(); i++) {
                if (!Campaigns.names(all).contains(campaigns.get(i))) {
                    throw new IllegalArgumentException(key + ".campaigns[" + i + "] = " + campaigns.get(i)
                            + ": there is no such campaign; " + Campaigns.known(all));
                }
            }
            var own =
                    all.stream().filter(each -> campaigns.contains(each.name())).toList();
            Campaigns.apart(own).ifPresent(why -> {
                throw new IllegalArgumentException(key + ".campaigns: " + why + ", so they may not meet in one world");
            });
        }
    }

    /** What is to be told of the choice. */
    default Optional<String> remark(List<CampaignSettings> campaigns) {
        return switch (this) {
            case Each() -> Campaigns.apart(campaigns).map(why -> "worlds: no world has all campaigns: " + why);
            case Listed(var _) -> Optional.empty();
        };
    }

    private static String tooMany(int worlds) {
        return worlds + " of them; at most " + WorldSet.MOST + " are allowed: name those that are needed";
    }
}
