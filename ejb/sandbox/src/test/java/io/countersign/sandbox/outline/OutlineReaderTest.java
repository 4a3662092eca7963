package io.countersign.sandbox.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Outline;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader is told of a script before agreeing: nothing wrong, and nothing that reaches outside left out. */
class OutlineReaderTest {
    private static final ScriptCompiler COMPILER = new ScriptCompiler();

    private static List<String> lines(String body) {
        return lines("", body);
    }

    private static List<String> lines(String members, String body) {
        String source = "import io.countersign.script.*; import java.util.*; import java.util.function.*;"
                + " public class S implements Workflow { " + members
                + " public WorkflowResult run(WorkflowContext ctx) throws Exception {\n"
                + body + "\nreturn WorkflowResult.ok(\"\"); } }";
        Compilation compiled = COMPILER.compile(source);
        assertEquals(List.of(), compiled.findings());
        return OutlineReader.read(source, compiled.classes()).lines();
    }

    @Test
    void aRequestIsShownWithMethodAddressAndLine() {
        assertEquals(
                List.of(
                        "POST https://firewall.internal/api/block (line 4)",
                        "reads the secret FIREWALL_API_KEY (line 2)"),
                lines("String key = ctx.secrets().require(\"FIREWALL_API_KEY\");\n"
                        + "ctx.http()\n  .post(\"https://firewall.internal/api/block\")\n.header(\"a\", key).send();"));
    }

    @Test
    void partsThatOnlyARunTellsAreMarked() {
        assertEquals(
                List.of(
                        "GET https://intel.example/v1/ip/{…}?full=1 (line 3)",
                        "PUT https://a.example/{…}/x/{…} (line 4)",
                        "{…} {…} (line 5)"),
                lines(
                        "private static final String BASE = \"https://intel.example/v\" + 1;",
                        "String ip = ctx.indicator().value();\n"
                                + "ctx.http().get(BASE + \"/ip/\" + ip + \"?full=1\").send();\n"
                                + "ctx.http().put(\"https://a.example/%s/x/%s\".formatted(ip, ip)).send();\n"
                                + "ctx.http().request(ip, ip).send();"));
    }

    @Test
    void aNameThatChangesOrIsDeclaredTwiceIsNotFollowed() {
        assertEquals(
                List.of("GET {…} (line 4)", "GET {…} (line 6)"),
                lines("String url = \"https://good.example\";\n"
                        + "if (ctx.runId().isEmpty()) url = \"https://evil.example\";\n"
                        + "ctx.http().get(url).send();\n"
                        + "Function<String, HttpRequest> f = address ->\n"
                        + "ctx.http().get(address);\n { String address2 = \"https://good.example\"; }"));
    }

    @Test
    void aLocalNameIsFollowedOnlyInsideOfItsBlock() {
        assertEquals(
                List.of("GET {…} (line 3)"),
                lines(
                        "static String url() { return \"https://evil.example\"; }",
                        "{ String target = \"https://good.example\"; ctx.log().info(target); }\n"
                                + "ctx.http().get(url()).send();"));
    }

    @Test
    void aRequestBehindOtherNamesIsStillShown() {
        assertEquals(
                List.of("POST {…} (line 3)", "DELETE https://b.example/ (line 4)"),
                lines("Http h = ctx.http();\n"
                        + "Function<String, HttpRequest> f = h::post;\n"
                        + "Supplier<Http> s = () -> h; s.get().delete(\"https://b.example/\").send();"));
    }

    @Test
    void aHarmlessCallInFrontDoesNotHideTheOneBehind() {
        List<String> lines = lines("Supplier<Http> s = ctx::http;\n"
                + "if (false) ctx.http().post(\"https://good.example\"); s.get().post(\"https://evil.example\");");
        assertTrue(lines.contains("POST https://evil.example (line 3)"), lines.toString());
    }

    @Test
    void readingAMapIsNoRequest() {
        assertEquals(
                List.of("GET https://a.example/{…} (line 3)", "reads the secret K (line 4)"),
                lines(
                        "Map<String, Object> m = ctx.parameters();\n"
                                + "ctx.http().get(\"https://a.example/\" + m.get(\"x\") + ctx.parameters().get(\"/y\")).send();\n"
                                + "Object o = ctx.secrets().get(\"K\").orElse(null) + \"\" + m.get(\"k\") + ctx.parameters().get(\"p\");"));
    }

    @Test
    void whatAScriptHidesIsNoSecretThatItReads() {
        assertEquals(
                List.of("reads the secret K (line 2)"),
                lines("String k = ctx.secrets().require(\"K\");\n" + "ctx.secrets().hide(k + \"1\");"));
    }

    @Test
    void integrationsAreNamedWithTheirOperations() {
        assertEquals(
                List.of("calls okta.suspendUser (line 2)", "calls entra.disableAccount (line 3)"),
                lines("ctx.integrations().okta().get().suspendUser(\"u\");\n"
                        + "ctx.integrations().entra().map(e -> e.disableAccount(\"u\"));"));
    }

    @Test
    void marksThatTurnTextAroundAreSpelledOut() {
        assertEquals(
                List.of("GET https://a.example/\\u202Emoc.live (line 2)"),
                lines("ctx.http().get(\"https://a.example/\\u202Emoc.live\").send();"));
    }

    @Test
    void aSourceThatThisParserDoesNotReadStillShowsItsPlaces() {
        Compilation compiled = COMPILER.compile(
                "import io.countersign.script.*; public class S implements Workflow { public WorkflowResult run(WorkflowContext ctx) {"
                        + " ctx.http().get(\"https://a.example\").send(); return WorkflowResult.ok(\"\"); } }");
        assertEquals(
                List.of("GET {…} (line 1)"),
                OutlineReader.read("not java", compiled.classes()).lines());
    }

    @Test
    void classFilesThatCannotBeReadAreNoError() {
        assertEquals(Outline.UNKNOWN, OutlineReader.read("", Map.of("A", new byte[] {1, 2, 3})));
    }

    @Test
    void aLongListSaysThatThereIsMore() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            body.append("ctx.http().get(\"https://a.example/").append(i).append("\").send();\n");
        }
        List<String> lines = lines(body.toString());
        assertEquals("and more: read the code", lines.get(lines.size() - 1));
        assertEquals(OutlineReader.MOST + 1, lines.size());
    }
}
