package io.countersign.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Foreign text for the eyes of people: what an agent, a caller or a remote service wrote, with everything in it that shows
 * nothing, turns text around or looks like something else replaced or followed by a mark such as {@code U+202E}. Machines
 * get the text as it is; people get it through here, in the console, on the token page, in chat, mail and terminals.
 */
public final class VisibleText {

    private static final int MOST_MARKS_ON_A_LETTER = 2;
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(h)tt(ps?)(?=:)");
    private static final Pattern FTP = Pattern.compile("(?i)\\bf(t)p(?=s?:)");
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?<=[A-Za-z0-9+-])://");
    /** A dot within a name or an address; a plain decimal number is none. */
    private static final Pattern DOT = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])\\d+\\.\\d+(?![\\p{L}\\p{N}.])|(?<=[\\p{L}\\p{N}_-])\\.(?=[\\p{L}\\p{N}])");

    private VisibleText() {}

    /** A piece of text as it is, or a mark in place of a character or behind one. */
    private record Piece(String text, boolean mark) {}

    /** One value as plain text: marks stand in brackets, {@code [U+202E]}; line ends and outer blanks are marks too. */
    public static String of(String value) {
        return plain(pieces(value, false));
    }

    /** A text of several lines as plain text: like {@link #of}, but line ends, tabs and blanks are left as they are. */
    public static String ofLines(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            out.append(plain(pieces(text.substring(from, end), true))).append('\n');
            from = end + 1;
        }
        return out.append(plain(pieces(text.substring(from), true))).toString();
    }

    /** One value as an HTML element of its own, {@code <bdi>}, with marks as {@code <mark>}. A line end is a mark and a line end. */
    public static String html(String value) {
        return html(pieces(value, false));
    }

    /** One line of code or of laid out JSON as an HTML element of its own: blanks and tabs are left as they are. */
    public static String htmlOfLine(String line) {
        return html(pieces(line, true));
    }

    /** One value for chat and mail: marked as in {@link #of}, and without anything that a reader's program makes a link of. */
    public static String defanged(String value) {
        return defang(of(value));
    }

    /** Code or laid out JSON for chat and mail: marked line by line, and without links. */
    public static String defangedLines(String text) {
        return defang(String.join(
                "\n", text.lines().map(line -> plain(pieces(line, true))).toList()));
    }

    /**
     * How a text looks at a glance: two different texts with the same look cannot be told apart by a reader, and are to be
     * shown by {@link #spelledOut}.
     */
    public static String look(String text) {
        return LookAlikes.skeleton(text).replaceAll("[ \\t]+", " ").strip();
    }

    /** A text with a mark for everything but printable ASCII, and for each blank that follows another or ends the text. */
    public static String spelledOut(String text) {
        StringBuilder out = new StringBuilder();
        int[] all = text.codePoints().toArray();
        boolean begun = false;
        for (int i = 0; i < all.length; i++) {
            boolean last = i == all.length - 1;
            boolean hidden = all[i] == ' ' && (last || begun && all[i - 1] == ' ');
            begun |= all[i] != ' ';
            if (all[i] < 0x20 || all[i] > 0x7e || hidden) {
                out.append('[').append(mark(all[i])).append(']');
            } else {
                out.appendCodePoint(all[i]);
            }
        }
        return out.toString();
    }

    /** Laid out JSON for a form that goes back: the same value, with an escape of JSON's own for all that shows nothing. */
    public static String inJson(String json) {
        StringBuilder out = new StringBuilder();
        json.codePoints().forEach(one -> {
            if (one == '\n' || !LookAlikes.isUnseen(one)) {
                out.appendCodePoint(one);
            } else {
                for (char half : Character.toChars(one)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
            }
        });
        return out.toString();
    }

    private static String defang(String visible) {
        String text = SCHEME.matcher(visible).replaceAll("$1xx$2");
        text = FTP.matcher(text).replaceAll("fxp");
        text = OTHER_SCHEME.matcher(text).replaceAll("[:]//");
        return DOT.matcher(text).replaceAll(found -> found.group().length() > 1 ? found.group() : "[.]");
    }

    private static List<Piece> pieces(String text, boolean line) {
        int[] all = text.codePoints().toArray();
        BitSet suspicious = LookAlikes.in(all);
        int first = firstInner(all);
        int last = lastInner(all);
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int stacked = 0;
        for (int i = 0; i < all.length; i++) {
            int one = all[i];
            stacked = Character.getType(one) == Character.NON_SPACING_MARK ? stacked + 1 : 0;
            boolean outer = one == ' ' && !line && (i < first || i > last);
            boolean unseen =
                    outer || stacked > MOST_MARKS_ON_A_LETTER || LookAlikes.isUnseen(one) && !(line && one == '\t');
            if (!unseen) {
                plain.appendCodePoint(one);
            }
            if (unseen || suspicious.get(i)) {
                add(pieces, plain);
                pieces.add(new Piece(mark(one), true));
                plain.append(one == '\n' && !line ? "\n" : "");
            }
        }
        add(pieces, plain);
        return pieces;
    }

    private static void add(List<Piece> pieces, StringBuilder plain) {
        if (!plain.isEmpty()) {
            pieces.add(new Piece(plain.toString(), false));
            plain.setLength(0);
        }
    }

    private static int firstInner(int[] all) {
        int i = 0;
        while (i < all.length && all[i] == ' ') {
            i++;
        }
        return i;
    }

    private static int lastInner(int[] all) {
        int i = all.length - 1;
        while (i >= 0 && all[i] == ' ') {
            i--;
        }
        return i;
    }

    private static String mark(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    /** A line end within a value never begins a line of ours. */
    private static String plain(List<Piece> pieces) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            out.append(piece.mark() ? "[" + piece.text() + "]" : piece.text().replace("\n", ""));
        }
        return out.toString();
    }

    private static String html(List<Piece> pieces) {
        StringBuilder out = new StringBuilder("<bdi>");
        for (Piece piece : pieces) {
            out.append(piece.mark() ? "<mark>" + piece.text() + "</mark>" : escaped(piece.text()));
        }
        return out.append("</bdi>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
