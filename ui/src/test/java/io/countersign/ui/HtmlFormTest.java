package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a posted form says, and what it says twice. */
class HtmlFormTest {

    @Test
    void aFieldThatIsGivenTwiceMeansNeither() {
        HtmlForm form =
                posted(Map.of("decision", new String[] {"approve", "reject"}, "comment", new String[] {" ok "}));
        assertEquals("ok", form.text("comment"));
        assertFalse(form.isAmbiguous());
        Refusal refusal = assertThrows(Refusal.class, () -> form.text("decision"));
        assertEquals(
                List.of(Map.of("field", "decision", "message", "is given more than once")),
                refusal.details().get("fields"));
        assertTrue(form.isAmbiguous());
    }

    @Test
    void whatMayBeChosenSeveralTimesMay() {
        HtmlForm form = posted(Map.of("pick", new String[] {"a", "b"}));
        assertEquals(List.of("a", "b"), form.chosen("pick"));
        assertFalse(form.isAmbiguous());
    }

    private static HtmlForm posted(Map<String, String[]> fields) {
        return new HtmlForm((HttpServletRequest) Proxy.newProxyInstance(
                HtmlFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getParameterValues" -> fields.get((String) arguments[0]);
                    case "getParameterMap" -> fields;
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }
}
