package io.countersign.web.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Nothing that a requester writes becomes markup. */
class TokenPagesTest {

    @Test
    void whatARequesterWritesStaysText() {
        String html = TokenPages.text("<img src=x onerror=alert(1)> \" ' &");
        assertFalse(html.contains("<") || html.contains("\"") || html.contains("'"), html);
    }

    @Test
    void aFormFieldThatCannotBeDecodedIsAbsent() {
        FormFields fields = parse("token=%zz&decision=approve&decision=reject&comment=a+b%26c");
        assertNull(fields.get("token"));
        assertEquals("approve", fields.get("decision"));
        assertEquals("a b&c", fields.get("comment"));
    }

    private static FormFields parse(String body) {
        return FormFields.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
