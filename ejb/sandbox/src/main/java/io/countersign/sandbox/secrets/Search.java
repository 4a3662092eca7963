package io.countersign.sandbox.secrets;

/** Finds one text in others, letters of either case alike, in a time that grows with the length of the others alone. */
final class Search {
    private final char[] wanted;
    /** After so many characters that fit: the most of them that fit again at a later place. */
    private final int[] again;

    /** Takes where a find stands. */
    interface Found {
        void at(int from, int to);
    }

    private Search(char[] wanted) {
        this.wanted = wanted;
        this.again = new int[wanted.length + 1];
        for (int i = 1, fit = 0; i < wanted.length; i++) {
            while (fit > 0 && wanted[i] != wanted[fit]) {
                fit = again[fit];
            }
            fit += wanted[i] == wanted[fit] ? 1 : 0;
            again[i + 1] = fit;
        }
    }

    /** Of a text that is not empty. */
    static Search of(String wanted) {
        char[] folded = new char[wanted.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(wanted.charAt(i));
        }
        return new Search(folded);
    }

    static char fold(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Every place, those that overlap as one. */
    void in(CharSequence text, Found found) {
        int fit = 0;
        int from = -1;
        int to = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            while (fit > 0 && (fit == wanted.length || c != wanted[fit])) {
                fit = again[fit];
            }
            fit += c == wanted[fit] ? 1 : 0;
            if (fit == wanted.length) {
                int start = i + 1 - wanted.length;
                if (start >= to && to >= 0) {
                    found.at(from, to);
                    from = start;
                }
                from = from < 0 ? start : from;
                to = i + 1;
            }
        }
        if (to >= 0) {
            found.at(from, to);
        }
    }

    boolean isIn(CharSequence text) {
        boolean[] any = new boolean[1];
        in(text, (from, to) -> any[0] = true);
        return any[0];
    }
}
