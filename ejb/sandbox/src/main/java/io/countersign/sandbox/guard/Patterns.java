package io.countersign.sandbox.guard;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guards of regular expressions: the text that they read keeps the time. */
public final class Patterns {
    private Patterns() {}

    private static CharSequence watch(CharSequence text) {
        return new WatchedText(text.toString(), ScriptThread.current());
    }

    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(watch(text));
    }

    public static Matcher reset(Matcher matcher, CharSequence text) {
        return matcher.reset(watch(text));
    }

    public static boolean matches(String pattern, CharSequence text) {
        return Pattern.compile(pattern).matcher(watch(text)).matches();
    }

    public static boolean matches(String text, String pattern) {
        return matches(pattern, (CharSequence) text);
    }

    public static String replaceAll(String text, String pattern, String replacement) {
        return Pattern.compile(pattern).matcher(watch(text)).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String pattern, String replacement) {
        return Pattern.compile(pattern).matcher(watch(text)).replaceFirst(replacement);
    }

    public static String[] split(String text, String pattern) {
        return split(text, pattern, 0);
    }

    public static String[] split(String text, String pattern, int limit) {
        // a single plain character takes the JDK's own short way
        boolean plain = pattern.length() == 1 && ".$|()[{^?*+\\".indexOf(pattern.charAt(0)) < 0;
        return plain ? text.split(pattern, limit) : Pattern.compile(pattern).split(watch(text), limit);
    }

    public static String[] split(Pattern pattern, CharSequence text) {
        return pattern.split(watch(text));
    }

    public static String[] split(Pattern pattern, CharSequence text, int limit) {
        return pattern.split(watch(text), limit);
    }

    public static Stream<String> splitAsStream(Pattern pattern, CharSequence text) {
        return pattern.splitAsStream(watch(text));
    }

    public static Predicate<String> asPredicate(Pattern pattern) {
        return text -> matcher(pattern, text).find();
    }

    public static Predicate<String> asMatchPredicate(Pattern pattern) {
        return text -> matcher(pattern, text).matches();
    }
}
