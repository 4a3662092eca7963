package io.countersign.sandbox.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to use instead of something refused: the first prefix that fits speaks. */
public final class AllowListHints {
    private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

    static {
        BY_PREFIX.put("java.lang.System.getenv", "read a granted secret with ctx.secrets().get(NAME)");
        BY_PREFIX.put("java.lang.System.getProperty", "pass it as a parameter: ctx.parameters()");
        BY_PREFIX.put("java.lang.System.out", "use ctx.log().info(...)");
        BY_PREFIX.put("java.lang.System.err", "use ctx.log().error(...)");
        BY_PREFIX.put("java.lang.System.exit", "return WorkflowResult.ok(...) or fail(...)");
        BY_PREFIX.put("java.lang.Throwable.printStackTrace", "use ctx.log().error(e.getMessage())");
        BY_PREFIX.put(
                "java.lang.Throwable.getStackTrace", "use e.getMessage(); a run that an exception ends tells the line");
        BY_PREFIX.put("java.lang.StackTraceElement", "a run that an exception ends tells the line");
        BY_PREFIX.put("java.lang.String.intern", "compare with equals");
        BY_PREFIX.put("java.lang.Thread.sleep", "use ctx.pause(Duration)");
        BY_PREFIX.put("java.lang.Thread", "scripts have one thread; wait with ctx.pause(Duration)");
        BY_PREFIX.put("java.util.concurrent.TimeUnit", "use java.time.Duration");
        BY_PREFIX.put("java.util.concurrent", "scripts have one thread; use the collections of java.util");
        BY_PREFIX.put("java.util.Timer", "scripts have one thread; wait with ctx.pause(Duration)");
        BY_PREFIX.put("java.util.Random", "use Math.random() or UUID.randomUUID() where something random is needed");
        BY_PREFIX.put("java.util.Collection.parallelStream", "scripts have one thread; use stream()");
        BY_PREFIX.put("java.util.Arrays.parallel", "scripts have one thread; the same goes without parallel");
        BY_PREFIX.put("java.util.Calendar", "use java.time");
        BY_PREFIX.put("java.util.GregorianCalendar", "use java.time");
        BY_PREFIX.put("java.util.TimeZone", "use java.time.ZoneId");
        BY_PREFIX.put("java.util.Properties", "use a Map");
        BY_PREFIX.put("java.util.Formatter", "use String.format");
        BY_PREFIX.put("java.util.Scanner", "use String.split, a Pattern or a StringReader");
        BY_PREFIX.put("java.lang.Object.getClass", "use instanceof, or an enum or a method of your own types");
        BY_PREFIX.put("java.lang.Object.clone", "copy with a constructor or List.copyOf");
        BY_PREFIX.put("java.lang.Object", "scripts have one thread; wait with ctx.pause(Duration)");
        BY_PREFIX.put("java.lang.Enum.getDeclaringClass", "name the enum: TYPE.class");
        BY_PREFIX.put("java.lang.Class.isInstance", "write x -> x instanceof TYPE");
        BY_PREFIX.put("java.lang.Class.cast", "write x -> (TYPE) x");
        BY_PREFIX.put("java.lang.Class", "class literals may only be passed on; nothing may be called on them");
        BY_PREFIX.put("java.lang.reflect", "reflection is not for scripts; call the method itself");
        BY_PREFIX.put("java.lang.invoke", "method handles are not for scripts; use a lambda");
        BY_PREFIX.put("java.lang.Runtime", "scripts do not see the process they run in");
        BY_PREFIX.put("java.lang.Process", "scripts start no processes; call a service with ctx.http()");
        BY_PREFIX.put(
                "java.nio.file",
                "scripts have no file system; use ctx.http() to fetch, the result's data to hand over");
        BY_PREFIX.put(
                "java.io.File", "scripts have no file system; use ctx.http() to fetch, the result's data to hand over");
        BY_PREFIX.put("java.io.Object", "serialization is not for scripts; use jakarta.json");
        BY_PREFIX.put("java.io.Serializable", "serialization is not for scripts; use jakarta.json");
        BY_PREFIX.put("java.io.BufferedReader", "use text.lines()");
        BY_PREFIX.put("java.io.StringWriter", "use a StringBuilder");
        BY_PREFIX.put("java.io.PrintWriter", "use a StringBuilder, or ctx.log()");
        BY_PREFIX.put("java.nio.charset", "use StandardCharsets, as in StandardCharsets.UTF_8");
        BY_PREFIX.put("java.io", "of java.io only StringReader; use strings, or resp.bytes()");
        BY_PREFIX.put("java.net", "use ctx.http(); addresses can be taken apart with java.net.URI");
        BY_PREFIX.put("javax.net", "use ctx.http()");
        BY_PREFIX.put("java.security", "use MessageDigest or Mac");
        BY_PREFIX.put("javax.crypto", "use Mac with SecretKeySpec");
        BY_PREFIX.put("java.text", "use java.time.format or String.format");
        BY_PREFIX.put("java.sql", "use ctx.http() to ask a service");
        BY_PREFIX.put("java.util.stream", "use a sequential stream");
        BY_PREFIX.put("jakarta", "of jakarta only jakarta.json, in memory");
    }

    private AllowListHints() {}

    /** A half sentence for a refused {@code owner} or {@code owner.member}. */
    public static String instead(String name) {
        return BY_PREFIX.entrySet().stream()
                .filter(e -> name.startsWith(e.getKey()))
                .map(e -> "; " + e.getValue())
                .findFirst()
                .orElse("; see the script guide for what is");
    }
}
