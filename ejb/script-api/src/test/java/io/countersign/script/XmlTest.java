package io.countersign.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
    private static final Xml JOBS = Xml.parse(
            "<?xml version='1.0'?>\n<r xmlns='urn:a' xmlns:p='urn:b'><!-- c --><p:job p:id='1' id='2'> <status>FIN</status> </p:job>"
                    + "<job><status>PEND</status><line>a &lt; b<![CDATA[ & c]]></line></job></r>");

    @Test
    void pathsFindNamesWithoutPrefixes() {
        assertEquals("FIN", JOBS.text("//job/status"));
        assertEquals(List.of("FIN", "PEND"), JOBS.texts("//status"));
        assertEquals("a < b & c", JOBS.text("/r/job[2]/line"));
        assertEquals("2", JOBS.text("count(//job)"));
        assertEquals("", JOBS.text("//nothing"));
        assertEquals("2", JOBS.text("//job[status='FIN']/@id"));
        assertEquals(Optional.of("2"), JOBS.first("//job").orElseThrow().attribute("id"));
        assertEquals(Optional.empty(), JOBS.first("//job").orElseThrow().attribute("xmlns"));
        assertEquals(List.of("FIN"), JOBS.all("//job").get(0).texts("status"));
        assertEquals("job", JOBS.all("//job").get(0).name());
        assertEquals("r", JOBS.name());
        assertTrue(JOBS.has("//line") && !JOBS.has("//lines"));
        assertFalse(JOBS.first("//lines").isPresent());
    }

    @Test
    void aPathThatIsNoneIsNamed() {
        var e = assertThrows(IllegalArgumentException.class, () -> JOBS.text("//["));
        assertTrue(e.getMessage().startsWith("the path //[ cannot be used: "), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> JOBS.all("count(//a)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a>",
                "text",
                "<a/><b/>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<a>&b;</a>",
                "<a b='1' b='2'/>",
                "<p:a/>"
            })
    void whatIsNoDocumentIsRefused(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> Xml.parse(text));
        assertTrue(e.getMessage().startsWith("not XML: line 1, column "), e.getMessage());
    }

    @Test
    void whatIsEscapedIsReadTheSame() {
        String value = "a<b> & \"c\" 'd' ]]> \t\n\r é 😀 --";
        assertEquals(
                value,
                Xml.parse("<a b=\"" + Xml.escape(value) + "\"/>").attribute("b").orElseThrow());
        assertEquals(
                value.strip(), Xml.parse("<a>" + Xml.escape(value) + "</a>").text());
        assertThrows(IllegalArgumentException.class, () -> Xml.escape("a\u0000"));
        assertThrows(IllegalArgumentException.class, () -> Xml.escape("\ud800"));
    }
}
