package io.countersign.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void directionsAndFormatsAreMarks() {
        assertEquals("finance[U+202E]tcerid[U+202C]-svc", VisibleText.of("finance\u202etcerid\u202c-svc"));
        assertEquals("isolate[U+200B]_host", VisibleText.of("isolate\u200b_host"));
        assertEquals("a[U+FE0F]b[U+3164]c[U+E0041]", VisibleText.of("a\ufe0fb\u3164c\udb40\udc41"));
        assertEquals("[U+D800]x", VisibleText.of("\ud800x"));
    }

    @Test
    void controlsOuterBlanksAndLineEndsAreMarks() {
        assertEquals("[U+0020]isolate host[U+0020]", VisibleText.of(" isolate host "));
        assertEquals("x[U+000A]*Approved by:* alex", VisibleText.of("x\n*Approved by:* alex"));
        assertEquals("[U+001B][2J[U+009B]31m", VisibleText.of("\u001b[2J\u009b31m"));
        assertEquals("a[U+2028]b[U+00A0]c[U+0009]d", VisibleText.of("a\u2028b\u00a0c\td"));
    }

    @Test
    void textOfSeveralLinesKeepsItsLayout() {
        assertEquals("  a\n\tb[U+202E]c \n", VisibleText.ofLines("  a\n\tb\u202ec \n"));
        assertEquals("", VisibleText.ofLines(""));
    }

    @Test
    void lettersOfAnotherScriptInALatinWordAreMarked() {
        assertEquals("is\u043e[U+043E]late_host", VisibleText.of("is\u043elate_host"));
        assertEquals("\u03bf[U+03BF]kta", VisibleText.of("\u03bfkta"));
        assertEquals(
                "\u0441[U+0441]\u043e[U+043E]\u0441[U+0441]\u0430[U+0430].com",
                VisibleText.of("\u0441\u043e\u0441\u0430.com"));
        assertEquals("evil.com\u2215[U+2215]good", VisibleText.of("evil.com\u2215good"));
        assertEquals("\uff41[U+FF41]dmin", VisibleText.of("\uff41dmin"));
    }

    @Test
    void textInOtherLanguagesIsReadable() {
        for (String text : new String[] {
            "Блокировать узел host-17",
            "Ταχύτητα",
            "ホスト17を隔離する",
            "Gerät für José, 20 µs",
            "مضيف",
            "Zażółć gęślą jaźń 🙂",
            "m²"
        }) {
            assertEquals(text, VisibleText.of(text));
        }
    }

    @Test
    void jsonOfAFormIsTheSameValueSpelledOut() {
        String json = IndentedJson.of(java.util.Map.of("mode", "\u202elluf\u202c \udb40\udc41"));
        String shown = VisibleText.inJson(json);
        assertTrue(shown.contains("\\u202elluf\\u202c \\udb40\\udc41"), shown);
        assertEquals(CanonicalJson.parse(json), CanonicalJson.parse(shown));
    }

    @Test
    void stackedAccentsDoNotPaintOverOtherLines() {
        assertEquals("a\u0301\u0302[U+0303][U+0304]b", VisibleText.of("a\u0301\u0302\u0303\u0304b"));
    }

    @Test
    void htmlIsEscapedIsolatedAndMarked() {
        assertEquals(
                "<bdi>&lt;b onclick=&#34;x&#34;&gt;&amp;&#39;<mark>U+202E</mark></bdi>",
                VisibleText.html("<b onclick=\"x\">&'\u202e"));
        assertEquals("<bdi>x<mark>U+000A</mark>\ny</bdi>", VisibleText.html("x\ny"));
        assertEquals("<bdi>  \tif (a) </bdi>", VisibleText.htmlOfLine("  \tif (a) "));
        assertEquals("<bdi>a<mark>U+000C</mark>b<mark>U+202E</mark></bdi>", VisibleText.htmlOfLine("a\fb\u202e"));
    }

    @Test
    void chatAndMailMakeNoLinks() {
        assertEquals("hxxps[:]//evil[.]example/a?b=1", VisibleText.defanged("https://evil.example/a?b=1"));
        assertEquals("HxxP[:]//203[.]0[.]113[.]7:8080", VisibleText.defanged("HttP://203.0.113.7:8080"));
        assertEquals("fxp[:]//x[.]example", VisibleText.defanged("ftp://x.example"));
        assertEquals("slack[:]//channel", VisibleText.defanged("slack://channel"));
        assertEquals("alex@example[.]com", VisibleText.defanged("alex@example.com"));
        assertEquals("0.92 of 1.5 s. Then stop.", VisibleText.defanged("0.92 of 1.5 s. Then stop."));
        assertEquals("evil\u3002[U+3002]com", VisibleText.defanged("evil\u3002com"));
        assertFalse(VisibleText.defangedLines("{\n  \"u\": \"http://a.b\"\n}").contains("http://"));
    }

    @Test
    void whatLooksAlikeHasOneLookAndTwoSpellings() {
        String[][] pairs = {
            {"isolate", "is\u043elate"},
            {"jos\u00e9", "jose\u0301"},
            {"a b", "a  b"},
            {"x", "x "},
            {"\tx", "    x"},
            {"a\u00a0b", "a b"}
        };
        for (String[] pair : pairs) {
            assertEquals(VisibleText.look(pair[0]), VisibleText.look(pair[1]), pair[1]);
            assertNotEquals(VisibleText.spelledOut(pair[0]), VisibleText.spelledOut(pair[1]), pair[1]);
        }
        assertNotEquals(VisibleText.look("laptop-1"), VisibleText.look("laptop-2"));
        assertTrue(VisibleText.spelledOut("  x ").startsWith("  x["));
    }
}
