package io.countersign.sandbox.guard;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guards of regular expressions: what is compiled is measured, the text that they read keeps the time. */
public final class RegexGuards {
    private RegexGuards() {}

    private static CharSequence watch(Pattern pattern, CharSequence text) {
        return new WatchedText(text.toString(), pattern.pattern(), ScriptThread.current());
    }

    private static Matcher matcher(String pattern, CharSequence text) {
        return matcher(compile(pattern), text);
    }

    public static Pattern compile(String pattern) {
        return RegexLimits.compile(pattern, 0);
    }

    public static Pattern compile(String pattern, int flags) {
        return RegexLimits.compile(pattern, flags);
    }

    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(watch(pattern, text));
    }

    public static Matcher reset(Matcher matcher, CharSequence text) {
        return matcher.reset(watch(matcher.pattern(), text));
    }

    public static boolean matches(String pattern, CharSequence text) {
        return matcher(pattern, text).matches();
    }

    public static boolean matches(String text, String pattern) {
        return matches(pattern, (CharSequence) text);
    }

    public static String replaceAll(String text, String pattern, String replacement) {
        return matcher(pattern, text).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String pattern, String replacement) {
        return matcher(pattern, text).replaceFirst(replacement);
    }

    public static String[] split(String text, String pattern) {
        return split(text, pattern, 0);
    }

    public static String[] split(String text, String pattern, int limit) {
        // a single plain character takes the JDK's own short way
        boolean plain = pattern.length() == 1 && ".$|()[{^?*+\\".indexOf(pattern.charAt(0)) < 0;
        return plain ? text.split(pattern, limit) : split(compile(pattern), text, limit);
    }

    public static String[] split(Pattern pattern, CharSequence text) {
        return pattern.split(watch(pattern, text));
    }

    public static String[] split(Pattern pattern, CharSequence text, int limit) {
        return pattern.split(watch(pattern, text), limit);
    }

    public static Stream<String> splitAsStream(Pattern pattern, CharSequence text) {
        return pattern.splitAsStream(watch(pattern, text));
    }

    public static Predicate<String> asPredicate(Pattern pattern) {
        return text -> matcher(pattern, text).find();
    }

    public static Predicate<String> asMatchPredicate(Pattern pattern) {
        return text -> matcher(pattern, text).matches();
    }
}
