package io.countersign.sandbox.worker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the JDK that are slow to initialise and that few scripts use. A worker starts without them, and initialises one
 * when a script arrives whose classes name it, before that script runs.
 */
enum WarmArea {
    JSON(
            List.of("jakarta/json/", "io/countersign/script/Http", "guard/JsonGuards"),
            List.of(
                    "jakarta.json.",
                    "org.eclipse.parsson.",
                    "java.util.logging.",
                    "sun.util.logging.",
                    "jdk.internal.logger.",
                    "io.countersign.sandbox.guard.JsonGuards",
                    "io.countersign.sandbox.json.",
                    "io.countersign.sandbox.run.RequestHeaders",
                    "io.countersign.sandbox.run.ScriptRe")),
    /** Before signing: the JDK takes another source of randomness where that one comes first. */
    RANDOM(
            List.of(
                    "guard/RandomGuards",
                    "java/util/Random",
                    "java/util/UUID",
                    "java/util/concurrent/",
                    "java/security/",
                    "javax/crypto/",
                    "javax/security/",
                    "io/countersign/script/Jwt"),
            List.of(
                    "io.countersign.sandbox.guard.RandomGuards",
                    "java.util.Random",
                    "java.util.UUID$",
                    "java.util.concurrent.ThreadLocalRandom",
                    "jdk.internal.util.random.",
                    "jdk.internal.misc.ThreadTracker")),
    SIGNING(
            List.of(
                    "java/security/",
                    "javax/crypto/",
                    "javax/security/",
                    "io/countersign/script/Jwt",
                    "java/util/UUID"),
            List.of(
                    "java.security.",
                    "javax.crypto.",
                    "javax.security.",
                    "sun.security.",
                    "io.countersign.script.Jwt",
                    "io.countersign.script.PemKeys",
                    "io.countersign.sandbox.guard.SigningGuards",
                    "jdk.internal.event.")),
    XML(
            List.of("javax/xml/", "org/w3c/dom/", "org/xml/sax/", "io/countersign/script/Xml"),
            List.of(
                    "javax.xml.",
                    "org.w3c.",
                    "org.xml.",
                    "com.sun.org.apache.",
                    "com.sun.xml.",
                    "jdk.xml.",
                    "java.util.PropertyResourceBundle",
                    "sun.util.PropertyResourceBundle",
                    "io.countersign.script.Xml",
                    "io.countersign.sandbox.guard.Xml",
                    "io.countersign.sandbox.guard.XPath")),
    LETTERS(
            List.of("java/lang/Character", "java/util/regex/", "guard/RegexGuards", "java/text/Normalizer"),
            List.of(
                    "java.lang.Character$Unicode",
                    "java.text.Normalizer",
                    "java.nio.ByteBufferAs",
                    "jdk.internal.icu.",
                    "io.countersign.sandbox.guard.RegexGuards")),
    TIME(
            List.of("java/time/", "java/util/Date", "guard/TimeGuards", "guard/DatePattern", "java/util/zip/"),
            List.of(
                    "java.time.",
                    "java.util.Date",
                    "java.util.TimeZone",
                    "sun.util.calendar.",
                    "io.countersign.sandbox.guard.TimeGuards",
                    "io.countersign.sandbox.guard.DatePattern")),
    FORMATS(
            List.of(
                    "format",
                    "printf",
                    "java/text/",
                    "java/time/",
                    "java/util/Formatter",
                    "java/util/Locale",
                    // its messages are formatted
                    "javax/xml/",
                    "org/w3c/dom/",
                    "io/countersign/script/Xml"),
            List.of(
                    "java.text.",
                    "java.util.Formatter",
                    "java.util.ResourceBundle",
                    "java.util.Locale$",
                    "sun.util.cldr.",
                    "sun.util.locale.",
                    "sun.util.resources.",
                    "jdk.internal.math.Formatted",
                    "io.countersign.sandbox.guard.LocaleGuards")),
    ADDRESSES(
            List.of(
                    "io/countersign/script/Indicators",
                    "io/countersign/script/Ip",
                    "io/countersign/script/Cidr",
                    "guard/AddressGuards",
                    "java/net/Inet"),
            List.of("io.countersign.script.Indicators", "io.countersign.sandbox.guard.AddressGuards", "java.net.Inet")),
    ARCHIVES(List.of("java/util/zip/"), List.of("java.util.zip.", "io.countersign.sandbox.guard.CompressionGuards")),
    NUMBERS(
            List.of("java/math/BigInteger", "guard/BigNumberGuards"),
            List.of("java.math.Bit", "io.countersign.sandbox.guard.BigNumberGuards")),
    RECORDS(
            List.of("java/lang/runtime/"),
            List.of("java.lang.runtime.", "java.lang.constant.", "java.lang.invoke.MethodHandleImpl$")),
    THREADING(List.of("java/util/concurrent/"), List.of("java.util.concurrent.")),
    BINARY(
            List.of("java/io/Data", "java/nio/", "java/security/", "java/util/UUID"),
            List.of("java.lang.invoke.VarHandleByteArray", "java.nio."));

    private final List<String> names;
    private final List<String> prefixes;

    /**
     * @param names what the constants of a woven class contain if it uses the area; a name too many costs time, one too few
     *     is found by StateTest
     * @param prefixes of the classes that belong to it
     */
    WarmArea(List<String> names, List<String> prefixes) {
        this.names = names;
        this.prefixes = prefixes;
    }

    /** The areas that a script uses, by the names in its woven classes. */
    static Set<WarmArea> usedBy(Collection<byte[]> woven) {
        Set<WarmArea> used = EnumSet.noneOf(WarmArea.class);
        for (byte[] bytes : woven) {
            // names are ASCII, and stand in a class file as they are
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (WarmArea area : values()) {
                if (area.names.stream().anyMatch(text::contains)) {
                    used.add(area);
                }
            }
        }
        return used;
    }

    /** The area that a class belongs to, null: it is initialised when a worker starts. */
    static @Nullable WarmArea of(String className) {
        return Arrays.stream(values())
                .filter(area -> area.prefixes.stream().anyMatch(className::startsWith))
                .findFirst()
                .orElse(null);
    }
}
