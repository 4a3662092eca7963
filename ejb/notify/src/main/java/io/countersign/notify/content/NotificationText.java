package io.countersign.notify.content;

import io.countersign.kernel.VisibleText;

/** Foreign words made safe for the place where they are shown. */
public final class NotificationText {
    private NotificationText() {}

    /** One value of others in words of ours: with marks for what nobody would see, and without links. */
    static String seen(Object value) {
        return VisibleText.defanged(String.valueOf(value));
    }

    /**
     * For cards, which read a part of Markdown and put dates in place of double braces: everything that would be read so is
     * taken as it is. An underscore within a word stands for itself anyhow, and so do our own marks in brackets.
     */
    public static String card(String text) {
        return text.replaceAll("[\\\\`*\\[\\]()<>#~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\$0")
                .replaceAll("\\\\\\[(\\.|:|U\\+[0-9A-F]{4,6})\\\\\\]", "[$1]")
                .replaceAll("^([-+]|\\d+\\.)(?=\\s)", "\\\\$1")
                .replaceAll("\\{(?=\\{)", "{\u200B");
    }

    /** Slack's three control characters: without them no mention, link or date can be smuggled in. */
    public static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One line: a line break in a subject would be a header of the sender's choice. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** At most {@code length} characters, an ellipsis in place of what is left out. */
    public static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, inner(text, length - 1)) + "…";
    }

    /** That place in a text, or the one before if it is within a character. */
    public static int inner(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
