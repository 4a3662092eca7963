package io.countersign.kernel;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Characters that a reader does not see, or takes for others. */
final class LookAlikes {

    /** Letters of other scripts that look like the Latin ones below them. */
    private static final String FOREIGN =
            "аеорсухіјѕһԁԛԝӏԍѵАВЕКМНОРСТУХЅІЈЗҮԌ" + "οανρτυικχϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "օսհոցԼՕՍ";

    private static final String LATIN =
            "aeopcyxijshdqwlgvABEKMHOPCTYXSIJ3YG" + "oavptuikxcjABEZHIKMNOPTYX" + "ouhngLOU";
    /** The same for signs, and for letters within Latin itself. */
    private static final String SIGNS =
            "\u2044\u2215\u29f8\u2236\ua789\u2010\u2011\u2012\u2212\u0251\u0261\u01c0\u01c3\u3002";

    private static final String SIGNS_LATIN = "///::----ag|!.";

    private static final Map<Integer, Integer> LATIN_OF = new HashMap<>();

    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.LATIN);

    static {
        for (int i = 0; i < FOREIGN.length(); i++) {
            LATIN_OF.put((int) FOREIGN.charAt(i), (int) LATIN.charAt(i));
        }
        for (int i = 0; i < SIGNS.length(); i++) {
            LATIN_OF.put((int) SIGNS.charAt(i), (int) SIGNS_LATIN.charAt(i));
        }
    }

    private LookAlikes() {}

    /** Controls, formats, directions, blanks other than the plain one, and letters without a shape. */
    static boolean isUnseen(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> one != ' ';
            default -> isShapeless(one);
        };
    }

    private static boolean isShapeless(int one) {
        return switch (one) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
            default ->
                one >= 0x180b && one <= 0x180f || one >= 0xfe00 && one <= 0xfe0f || one >= 0xe0100 && one <= 0xe01ef;
        };
    }

    /** The places of characters that are likely to be taken for others. */
    static BitSet in(int[] text) {
        BitSet found = new BitSet();
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || !isOfWord(text[i])) {
                word(text, from, i, found);
                from = i + 1;
            }
        }
        for (int i = 0; i < text.length; i++) {
            if (standsFor(text[i]) != text[i] && !isForeignLetter(text[i])) {
                found.set(i);
            }
        }
        return found;
    }

    private static boolean isOfWord(int one) {
        return Character.isLetterOrDigit(one) || Character.getType(one) == Character.NON_SPACING_MARK;
    }

    private static void word(int[] text, int from, int to, BitSet found) {
        EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        boolean allLookLatin = true;
        for (int i = from; i < to; i++) {
            if (isScripted(text[i])) {
                scripts.add(UnicodeScript.of(text[i]));
                allLookLatin &= isForeignLetter(text[i]);
            }
        }
        boolean mixed = scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts);
        boolean disguised = !scripts.isEmpty()
                && allLookLatin
                && !writtenIn(text, scripts.iterator().next());
        for (int i = from; i < to && (mixed || disguised); i++) {
            if (isScripted(text[i]) && UnicodeScript.of(text[i]) != UnicodeScript.LATIN) {
                found.set(i);
            }
        }
    }

    private static boolean isScripted(int one) {
        UnicodeScript script = UnicodeScript.of(one);
        return script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
    }

    /** Whether the text has letters of that script which nobody takes for Latin ones: it then is what it looks like. */
    private static boolean writtenIn(int[] text, UnicodeScript script) {
        for (int one : text) {
            if (UnicodeScript.of(one) == script && !isForeignLetter(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeignLetter(int one) {
        return LATIN_OF.containsKey(one) && Character.isLetter(one) && UnicodeScript.of(one) != UnicodeScript.LATIN;
    }

    /** The plain character that one looks like, or itself: full width, mathematical and other letters and signs. */
    private static int standsFor(int one) {
        Integer listed = LATIN_OF.get(one);
        if (listed != null) {
            return listed;
        }
        if (one < 0x0250 || isUnseen(one)) {
            return one;
        }
        String plain = Normalizer.normalize(Character.toString(one), Normalizer.Form.NFKC);
        return plain.length() == 1 && plain.charAt(0) < 0x7f ? plain.charAt(0) : one;
    }

    /** A text with its look-alikes replaced by what they look like; equal for texts that look alike. */
    static String skeleton(String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(LookAlikes::standsFor)
                .forEach(out::appendCodePoint);
        return Normalizer.normalize(out, Normalizer.Form.NFKC);
    }
}
