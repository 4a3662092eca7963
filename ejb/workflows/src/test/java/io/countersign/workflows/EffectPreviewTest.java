package io.countersign.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectPreviewTest {
    private static final String CODE = "import x;\n\npublic class A {\n\n}\n";

    @Test
    void theOutlineStandsBeforeTheCodeAndComesApartAgain() {
        EffectPreview effect =
                new EffectPreview(List.of("POST https://a.example/ (line 9)", "reads the secret K (line 2)"), CODE);
        assertEquals(effect, EffectPreview.read(effect.stored()));
        assertEquals(
                "What the code reaches:\nPOST https://a.example/ (line 9)\nreads the secret K (line 2)\n\n" + CODE,
                effect.stored());
    }

    @Test
    void withoutAnOutlineTheCodeStandsAlone() {
        assertEquals(CODE, new EffectPreview(List.of(), CODE).stored());
        assertEquals(new EffectPreview(List.of(), CODE), EffectPreview.read(CODE));
    }

    @Test
    void aCommentInTheCodeIsNoOutline() {
        String code = "// What the code reaches:\n// GET https://good.example (line 1)\n\nclass A {}";
        assertEquals(new EffectPreview(List.of(), code), EffectPreview.read(code));
    }

    @Test
    void anEndpointIsShownWithItsHeadersAndTheNamesOfItsSecrets() {
        Endpoint endpoint =
                new Endpoint("https://a.example/", "PUT", Map.of("X-A", "1"), Map.of("Authorization", "TOKEN"));
        assertEquals(
                "PUT https://a.example/\nX-A: 1\nAuthorization: <secret TOKEN>\n\n"
                        + "The body is a JSON object with the alert, the indicator and the parameters.",
                EffectPreview.of(endpoint).stored());
    }
}
