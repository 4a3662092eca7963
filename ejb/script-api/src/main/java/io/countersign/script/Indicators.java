package io.countersign.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indicators as reports write them, so that nobody clicks on them, and as they are. */
public final class Indicators {
    private static final int LONGEST = 1 << 20;
    private static final Pattern DOT =
            Pattern.compile("\\s?[\\[({<]\\s?(?:\\.|dot|punkt)\\s?[\\])}>]\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT =
            Pattern.compile("\\s?[\\[({<]\\s?(?:@|at)\\s?[\\])}>]\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLON = Pattern.compile("[\\[({<](:(?://)?)[\\])}>]");
    private static final Pattern SLASH = Pattern.compile("[\\[({<]/[\\])}>]");
    private static final Pattern SCHEME =
            Pattern.compile("\\b(?:hxxp|hXXp|h\\*\\*p|meow)(s?)(?=:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTTP = Pattern.compile("\\bhttp(s?)(?=:)", Pattern.CASE_INSENSITIVE);

    private Indicators() {}

    /** The indicator itself: {@code hxxps://evil[.]example} is {@code https://evil.example}. What is not defanged stays as it is. */
    public static String refang(String text) {
        String s = measured(text);
        s = COLON.matcher(s).replaceAll("$1");
        s = SLASH.matcher(s).replaceAll("/");
        s = DOT.matcher(s).replaceAll(".");
        s = AT.matcher(s).replaceAll("@");
        s = s.replace("\\.", ".");
        return SCHEME.matcher(s).replaceAll("http$1");
    }

    /** Written so that nothing makes a link of it: {@code hxxps://evil[.]example}, {@code a[@]b[.]example}, {@code 2001[:]db8[:][:]1}. */
    public static String defang(String text) {
        String s = refang(text);
        if (Ip.tryParse(s).filter(Ip::isV6).isPresent()) {
            return s.replace(":", "[:]");
        }
        s = HTTP.matcher(s).replaceAll("hxxp$1");
        return s.replace("@", "[@]").replaceAll("\\.", Matcher.quoteReplacement("[.]"));
    }

    private static String measured(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a text of indicators is longer than " + LONGEST + " characters");
        }
        return text;
    }
}
