package io.countersign.sandbox.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Finding;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding says what to write instead, once for each thing that is wrong. */
class FindingsTest {
    private final ScriptCompiler compiler = new ScriptCompiler();

    private List<Finding> findings(String source) {
        return compiler.compile(source).findings();
    }

    /** The only finding. */
    private Finding only(String source) {
        List<Finding> findings = findings(source);
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }

    private static String script(String imports, String body) {
        return "import io.countersign.script.*;\n" + imports + "\npublic class Made implements Workflow {\n"
                + "    public WorkflowResult run(WorkflowContext ctx) throws Exception {\n" + body
                + "\n        return WorkflowResult.ok(\"a\");\n    }\n}\n";
    }

    private String inBody(String imports, String body) {
        return only(script(imports, body)).message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "javax.crypto.Cipher|scripts have no encryption, only digests, Mac and signatures",
                "javax.crypto.SecretKeyFactory|scripts have no encryption, only digests, Mac and signatures",
                "java.net.URL|use URI.create(...) to take an address apart",
                "java.net.InetSocketAddress|names are resolved by ctx.http() only",
                "java.net.ConnectException|catch HttpException; its kind() is connect",
                "java.net.http.HttpClient|use ctx.http()",
                "java.net.HttpURLConnection|use ctx.http()",
                "java.util.logging.Level|use ctx.log()",
                "java.nio.file.Files|scripts have no file system",
                "java.io.FileInputStream|scripts have no file system",
                "java.util.concurrent.ExecutorService|scripts have one thread; call one after the other",
                "java.util.concurrent.locks.ReentrantLock|leave the lock out",
                "java.text.SimpleDateFormat|use java.time.format.DateTimeFormatter",
                "java.lang.reflect.Method|call the method itself",
                "java.sql.Connection|use ctx.http() to ask a service"
            })
    void eachRefusedClassHasItsOwnAdvice(String type, String advice) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String imported = inBody("import " + type + ";", "        " + simple + " a = null; " + simple + " b = a;");
        assertTrue(imported.startsWith(type + " is not allowed; "), imported);
        assertTrue(imported.contains(advice), imported);
        assertTrue(imported.endsWith("; and 2 more places (line 5)"), imported);
        String named = inBody("", "        Object a = new " + simple + "[0];");
        assertTrue(named.contains(type + " is not allowed; ") && named.contains(advice), named);
    }

    @Test
    void oneWrongClassIsOneFinding() {
        String many = "        System.out.println(\"x\");\n".repeat(30);
        Finding found = only(script("", many));
        assertEquals(5, found.line());
        assertEquals(
                "java.lang.System.out is not allowed; use ctx.log().info(...); and 29 more places", found.message());
        String two = "        System.out.println(1);\n        System.out.printf(\"%d\", 2);";
        assertTrue(inBody("", two).endsWith("; and 1 more place (line 6)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(\"a\");",
                "java.util.List.of(1).forEach(System.out::println);",
                "ctx.getClass().getSimpleName().length();",
                "new java.net.URL(\"https://a.example/\").openStream().read();",
                "((java.io.PrintStream) System.err).append(\"a\").flush();",
                "Thread.currentThread().getStackTrace()[0].getLineNumber();",
                "try { run(ctx); } catch (Exception e) { e.getStackTrace()[0].getLineNumber(); }"
            })
    void whatFollowsFromARefusalIsNoFindingOfItsOwn(String statement) {
        List<Finding> findings = findings(script("", "        " + statement));
        assertTrue(
                findings.stream()
                        .noneMatch(f -> f.message().contains("println")
                                || f.message().contains("getSimpleName")
                                || f.message().contains("InputStream.read")
                                || f.message().contains("getLineNumber")),
                findings::toString);
        assertFalse(findings.isEmpty());
    }

    @Test
    void anExceptionIsNamedByItsText() {
        String message = inBody(
                "", "        try { run(ctx); } catch (Exception e) { ctx.log().warn(e.getClass().getSimpleName()); }");
        assertTrue(message.contains("java.lang.Object.getClass is not allowed; "), message);
        assertTrue(message.endsWith("; e.toString() names an exception"), message);
    }

    @Test
    void theForgottenImportOfTheScriptApiIsOneFinding() {
        Finding found = only(
                "public class A implements Workflow {\n    @Override\n"
                        + "    public WorkflowResult run(WorkflowContext ctx) {\n        return WorkflowResult.ok(\"a\");\n    }\n}\n");
        assertTrue(found.message().contains("add import io.countersign.script.*;"), found.message());
        assertEquals(1, found.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object o = StandardCharsets.UTF_8;|add import java.nio.charset.StandardCharsets;",
                "List<String> l = null; Object m = l;|add import java.util.List;",
                "Object o = new ArrayList<String>();|add import java.util.ArrayList;",
                "Object o = Instant.now();|add import java.time.Instant;",
                "Object o = Base64.getEncoder();|add import java.util.Base64;",
                "JsonObject o = null;|add import jakarta.json.JsonObject;",
                "Map.Entry<String, String> e = null;|add import java.util.Map;",
                "Entry<String, String> e = null;|write Map.Entry, with import java.util.Map;",
                "Object o = Collectors.toList();|add import java.util.stream.Collectors;",
                "Object o = Pattern.compile(\"a\");|add import java.util.regex.Pattern;"
            })
    void aMissingImportIsNamed(String statement, String advice) {
        String message = inBody("", "        " + statement);
        assertTrue(message.startsWith("cannot find ") && message.contains("; " + advice), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.fasterxml.jackson.databind.ObjectMapper|new ObjectMapper()|resp.json()",
                "com.google.gson.Gson|new Gson()|jakarta.json",
                "org.json.JSONObject|new JSONObject()|jakarta.json",
                "org.slf4j.LoggerFactory|LoggerFactory.getLogger(\"a\")|logging: ctx.log()",
                "org.apache.logging.log4j.LogManager|LogManager.getLogger()|logging: ctx.log()",
                "lombok.Data|1|write a record",
                "org.apache.commons.lang3.StringUtils|StringUtils.isBlank(\"\")|the JDK's String",
                "okhttp3.OkHttpClient|new OkHttpClient()|HTTP: ctx.http()"
            })
    void aLibraryIsOneFindingThatSaysWhatThereIs(String type, String use, String advice) {
        String message = inBody("import " + type + ";", "        Object o = " + use + ";");
        assertTrue(message.startsWith("scripts have no libraries, and no "), message);
        assertTrue(message.contains(advice), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object o = new ObjectMapper();|resp.json()",
                "log.info(\"a\");|logging: ctx.log()",
                "http.get(\"https://a.example/\");|write ctx.http()",
                "secrets.get(\"A\");|write ctx.secrets()",
                "println(\"a\");|use ctx.log().info(...)",
                "ctx.http().get(\"https://a.example/\").send().statusCode();|it has body, bytes, cookie, header",
                "ctx.http().get(\"https://a.example/\").headers(\"a\");|HttpRequest has no method headers(String); it has basic"
            })
    void aNameFromElsewhereIsToldWhatThereIs(String statement, String advice) {
        String message = inBody("", "        " + statement);
        assertTrue(message.contains(advice), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nimport requests\n\ndef run(ctx):\n    ip = ctx.indicator\n    return ip\n",
                "from countersign import *\n\nclass Block:\n    def run(self, ctx):\n        pass\n",
                "# blocks\nfor ip in ips:\n    print(ip)\n"
            })
    void pythonIsCalledPython(String source) {
        Finding found = only(source);
        assertEquals("this is Python; a script is Java, see docs/script-guide.md", found.message());
        assertEquals("NOT_JAVA", found.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kotlin|import io.countersign.script.*\\n\\nclass A : Workflow {\\n  override fun run(ctx: WorkflowContext): WorkflowResult {\\n    val ip = ctx.indicator().value()\\n    return WorkflowResult.ok(ip)\\n  }\\n}",
                "JavaScript|const ip = ctx.indicator;\\nfunction run(ctx) {\\n  return ip;\\n}",
                "JavaScript|export async function run(ctx) {\\n  let a = await fetch('https://a.example/');\\n}",
                "PowerShell|param($Ip)\\n$a = Get-Date\\nRemove-Item $a",
                "Go|package main\\n\\nfunc main() {\\n  a := 1\\n}",
                "a shell script|#!/bin/sh\\ncurl https://a.example/"
            })
    void anotherLanguageIsNamed(String language, String source) {
        assertEquals(
                "this looks like " + language + "; a script is Java, see docs/script-guide.md",
                only(source.replace("\\n", "\n")).message());
    }

    @Test
    void aFenceOfMarkdownIsNamed() {
        assertTrue(only("```java\n" + script("", "") + "```\n").message().startsWith("``` is a fence of Markdown"));
    }

    @Test
    void brokenJavaStaysJava() {
        Finding found = only(
                script("", "        int a = 1\n        // def run(ctx):\n        String s = \"from x import y\";"));
        assertEquals("';' expected", found.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object o = 1; switch (o) { case Integer i -> { } default -> { } }|write if (o instanceof Integer i)",
                "Object o = 1; String s = switch (o) { case Integer i when i > 1 -> \"a\"; default -> \"b\"; };|write if (o instanceof Integer i)",
                "record P(int x) { } Object o = 1; if (o instanceof P(int x)) { }|record patterns came with Java 21",
                "Object o = 1; switch (o) { case P(int x) -> { } default -> { } }|record patterns came with Java 21",
                "String o = \"\"; switch (o) { case null -> { } default -> { } }|write if (o == null) before the switch"
            })
    void newerSyntaxIsTold(String statement, String advice) {
        Finding found = only(script("", "        " + statement));
        assertTrue(found.message().contains(advice), found.message());
        assertEquals("NEWER_JAVA", found.code());
        assertEquals(5, found.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.util.List.of(1).getFirst();|new in Java 21; write list.get(0)",
                "java.util.List.of(1).getLast();|write list.get(list.size() - 1)",
                "new java.util.ArrayList<>(java.util.List.of(1)).reversed();|Collections.reverse(copy)",
                "Math.clamp(1, 2, 3);|write Math.max(least, Math.min(most, value))",
                "java.util.HashMap.newHashMap(3);|write new HashMap<>()"
            })
    void newerMethodsAreTold(String statement, String advice) {
        String message = inBody("", "        " + statement);
        assertTrue(message.contains(advice), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ctx.http().get(\"a\").json();|HttpRequest.json takes (Object), not no arguments: actual and formal argument lists differ in length",
                "java.util.Map<String, Integer> m = java.util.Map.of(\"a\", \"b\");|incompatible types: inference variable V has incompatible bounds; equality constraints: Integer; lower bounds: String",
                "java.util.Map.of(1);|no method fits of(int); there are Map.of(), Map.of(K, V), Map.of(K, V, K, V), Map.of(K, V, K, V, K, V), Map.of(K, V, K, V, K, V, K, V) and 6 more",
                "int a = \"a\";|incompatible types: String cannot be converted to int"
            })
    void theCompilersDetailsReadAsOneSentence(String statement, String sentence) {
        assertEquals(sentence, inBody("", "        " + statement));
    }

    @Test
    void anUnnamedVariableIsToldTheVersion() {
        String message = inBody("", "        var _ = 1;");
        assertTrue(message.contains("Java 17"), message);
    }

    @Test
    void noFindingHasTwoMarksBehindEachOther() {
        for (String statement : List.of(
                "String.join(1, 2, 3);",
                "new java.util.ArrayList<String>(1, 2);",
                "java.util.stream.Stream.of(1).map(x -> { }).toList();",
                "Runnable r = () -> { return 1; };",
                "java.util.function.Function<String, Integer> f = String::foo;",
                "ctx.log().info(1, 2, 3);",
                "java.util.List<int> l;")) {
            for (Finding found : findings(script("", "        " + statement))) {
                assertFalse(found.message().matches("(?s).*([;:,.]\\s*[;:,]|\\R|\\(use ).*"), found.message());
            }
        }
    }

    @Test
    void aClassWithoutPublicIsTheFindingsPlace() {
        String source =
                "import io.countersign.script.*;\n\nrecord Hit(int n) { }\n\nclass Block implements Workflow {\n"
                        + "    public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\"a\"); }\n}\n";
        Finding found = only(source);
        assertEquals("5:1 MAIN_CLASS", found.line() + ":" + found.column() + " " + found.code());
        assertTrue(found.message().startsWith("make class Block public"), found.message());
    }

    @Test
    void anUncaughtExceptionIsToldWhereItMayGo() {
        String source = script("", "        throw new Exception(\"a\");").replace(" throws Exception", "");
        assertTrue(
                findings(source).get(0).message().endsWith("; run may be declared with throws Exception"),
                findings(source)::toString);
    }

    @Test
    void everyHintIsUsed() {
        TreeMap<String, String> hints = new TreeMap<>(AllowListHints.all());
        hints.forEach((name, hint) -> {
            String asked = name.replace("*", "");
            assertEquals("; " + hint, AllowListHints.instead(asked.endsWith(".") ? asked + "x" : asked), name);
        });
        assertEquals("; use ctx.http()", AllowListHints.instead("java.net.http.HttpClient$Builder.build"));
        assertEquals(
                "; use URI.create(...) to take an address apart, ctx.http() to ask it",
                AllowListHints.instead("java.net.URL.openStream"));
        assertTrue(AllowListHints.instead("java.net.URLStreamHandler").contains("java.net.URI"));
    }
}
