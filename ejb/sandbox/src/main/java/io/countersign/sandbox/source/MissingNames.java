package io.countersign.sandbox.source;

import io.countersign.sandbox.allow.AllowList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What to write where a source uses a name that the compiler does not find. */
final class MissingNames {
    private static final String API = "io.countersign.script";
    /** Of several classes of a name the one in the package that stands first. */
    private static final List<String> COMMON = List.of(
            API, "java.util", "java.time", "java.util.stream", "java.util.function", "java.util.regex", "jakarta.json");
    /** Where a class of the JDK is looked for that scripts may not use. */
    private static final List<String> REFUSED = List.of(
            "java.net.http",
            "java.net",
            "java.io",
            "java.nio.file",
            "java.nio",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util",
            "java.util.logging",
            "java.util.zip",
            "java.util.jar",
            "java.security",
            "java.security.cert",
            "java.security.spec",
            "javax.crypto",
            "javax.crypto.spec",
            "javax.net.ssl",
            "javax.xml.parsers",
            "javax.xml.transform",
            "org.w3c.dom",
            "java.sql",
            "java.text",
            "java.lang.reflect",
            "java.lang.invoke",
            "java.math",
            "java.time");

    private static final Map<String, String> OF_CONTEXT = Map.of(
            "http", "ctx.http()",
            "secrets", "ctx.secrets()",
            "indicator", "ctx.indicator()",
            "alert", "ctx.alert()",
            "parameters", "ctx.parameters()",
            "integrations", "ctx.integrations()",
            "clock", "ctx.clock()",
            "runId", "ctx.runId()",
            "pause", "ctx.pause(Duration)");

    private static final Set<String> PRINTS = Set.of("print", "println", "printf");

    private final Elements elements;
    private final AllowList allow = AllowList.standard();

    MissingNames(Elements elements) {
        this.elements = elements;
    }

    /**
     * What is said of a missing name.
     *
     * @param matter findings of the same matter are one
     */
    record Advice(String matter, String sentence) {}

    /** Of a class, an annotation or a variable. */
    Advice ofName(String kind, String name, String where) {
        Optional<Advice> known = Character.isUpperCase(name.charAt(0)) ? ofClass(name) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        String plain = "cannot find " + kind + " " + name + where;
        if (name.equals("ctx")) {
            return new Advice(name, plain + "; ctx is the parameter of run: hand it on to your own methods");
        }
        String ofContext = OF_CONTEXT.get(name);
        if (ofContext != null) {
            return new Advice(name, plain + "; write " + ofContext);
        }
        return new Advice(
                name, Libraries.insteadOf(name).map(i -> plain + "; " + i).orElse(plain));
    }

    private Optional<Advice> ofClass(String name) {
        Optional<String> listed = allow.names().stream()
                .filter(n -> n.endsWith("." + name) || n.endsWith("$" + name))
                .min(Comparator.comparing((String n) -> n.contains("$")).thenComparingInt(MissingNames::rank));
        if (listed.isPresent()) {
            return Optional.of(ofListed(name, listed.get()));
        }
        Optional<String> instead = Libraries.insteadOf(name);
        if (instead.isPresent()) {
            return Optional.of(new Advice(name, "cannot find " + name + "; " + instead.get()));
        }
        return REFUSED.stream()
                .map(p -> elements.getTypeElement(p + "." + name))
                .filter(t -> t != null && allow.names().stream().noneMatch(binary(t)::equals))
                .map(t -> t.getQualifiedName().toString())
                .map(full -> new Advice(full, full + " is not allowed" + AllowListHints.instead(full)))
                .findFirst();
    }

    private String binary(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    private static int rank(String name) {
        int at = COMMON.indexOf(name.substring(0, name.lastIndexOf('.')));
        return at < 0 ? COMMON.size() : at;
    }

    private static Advice ofListed(String name, String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        String pack = binaryName.substring(0, dot);
        if (pack.equals(API)) {
            return new Advice(API, "cannot find " + name + "; add import " + API + ".*;");
        }
        int nested = binaryName.indexOf('$');
        if (nested < 0) {
            return new Advice(name, "cannot find " + name + "; add import " + binaryName + ";");
        }
        String outer = binaryName.substring(dot + 1).replace('$', '.');
        return new Advice(
                name,
                "cannot find " + name + "; write " + outer + ", with import " + binaryName.substring(0, nested) + ";");
    }

    /** Of a method: {@code call} as the compiler writes it, such as {@code getFirst()}. */
    String ofMethod(String call, String type) {
        String name = call.substring(0, call.indexOf('('));
        String simple = type.replaceAll("<.*", "");
        String missing = simple.isEmpty() ? "cannot find method " + call : simple + " has no method " + call;
        Optional<String> newer = NewerJava.method(simple, name);
        if (newer.isPresent()) {
            return missing + "; " + newer.get();
        }
        if (PRINTS.contains(name)) {
            return missing + "; use ctx.log().info(...)";
        }
        if (OF_CONTEXT.containsKey(name) && !simple.equals("WorkflowContext")) {
            return missing + "; write " + OF_CONTEXT.get(name);
        }
        String members = members(simple);
        return members.isEmpty() ? missing : missing + "; it has " + members;
    }

    /** The methods of a type of the script API; empty for any other. */
    private String members(String simpleName) {
        String full = API + "." + simpleName;
        if (!allow.hasClass(full)) {
            return "";
        }
        Set<String> names = new TreeSet<>(allow.classes().get(full).members().keySet().stream()
                .map(m -> m.substring(0, Math.max(0, m.indexOf('('))))
                .filter(n -> !n.isEmpty() && !n.startsWith("<"))
                .collect(Collectors.toSet()));
        return String.join(", ", names);
    }
}
