package io.countersign.notify;

/** Foreign words made safe for the place where they are shown. */
final class Text {
    private Text() {}

    /** Slack's three control characters: without them no mention, link or date can be smuggled in. */
    static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One line: a line break in a subject would be a header of the sender's choice. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** At most {@code length} characters, an ellipsis in place of what is left out. */
    static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
