package chorus.report.altruism.figures;

import java.util.List;

/** A varied key and its values as written, in order. */
record Key(String path, List<String> values) {
    Key {
        values = List.copyOf(values);
    }

    /** How an axis calls it, with its unit where it has one. */
    String title() {
        return switch (path) {
            case "altruism.eta" -> "η, what members say of a promoted item (worth)";
            case "altruism.share" -> "share of the majority that is willing";
            case "altruism.targets" -> "promoted items";
            case "altruism.cost" -> "cost of taking part (expected gain)";
            case "altruism.itemWeight" -> "γ, weight of the platform's own remedy";
            default -> path;
        };
    }

    /** In a legend, with a value. */
    String with(String value) {
        return switch (path) {
            case "altruism.eta" -> "η " + value;
            case "altruism.targets" -> value.equals("1") ? "1 promoted item" : value + " promoted items";
            case "altruism.itemWeight" -> "γ " + value;
            case "altruism.belief" -> "first belief " + value;
            default -> path.substring(path.lastIndexOf('.') + 1) + " " + value;
        };
    }

    boolean isNumeric() {
        return values.stream().allMatch(Key::isNumber);
    }

    boolean isEta() {
        return path.equals("altruism.eta");
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
