package chorus.reach;

import java.util.regex.Pattern;

/** Addresses as they may be shown and kept: without the credentials in them. */
public final class Shown {
    /** What lies between the scheme and the last @ of a word, whatever is in it. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^\\s\"'<>]*@");

    private Shown() {}

    /** The text with *** in the place of the credentials of each URL in it. */
    public static String masked(String text) {
        return CREDENTIALS.matcher(text).replaceAll("***@");
    }

    /** The text without the credentials of the URLs in it. */
    public static String bare(String text) {
        return CREDENTIALS.matcher(text).replaceAll("");
    }
}
