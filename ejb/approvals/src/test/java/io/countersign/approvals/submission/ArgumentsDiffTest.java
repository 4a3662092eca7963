package io.countersign.approvals.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.LineDiff;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A difference is shown where it is, and no two sides of it look the same. */
class ArgumentsDiffTest {

    @Test
    void longValuesAreShownWhereTheyDiffer() {
        String same = "x".repeat(5_000);
        String[] sides = sides(same + "laptop-1", same + "domain-controller");
        assertTrue(sides[0].contains("laptop-1"), sides[0]);
        assertTrue(sides[1].contains("domain-controller"), sides[1]);
    }

    @Test
    void sidesThatLookAlikeAreSpelledOut() {
        String[][] pairs = {{"isolate", "is\u043elate"}, {"a b", "a  b"}, {"jos\u00e9", "jose\u0301"}};
        for (String[] pair : pairs) {
            String[] sides = sides(pair[0], pair[1]);
            assertNotEquals(sides[0], sides[1], pair[1]);
            assertTrue(sides[1].contains("[U+"), sides[1]);
        }
    }

    @Test
    void moreThanCanBeShownIsCountedAndNotLeftOut() {
        Map<String, Object> before = new TreeMap<>();
        Map<String, Object> after = new TreeMap<>();
        for (int i = 0; i < 250; i++) {
            before.put("p" + i, i);
            after.put("p" + i, -i - 1);
        }
        List<String> lines = ArgumentsDiff.between(before, after);
        assertEquals("and 50 more places: compare the whole inputs", lines.get(lines.size() - 1));
    }

    @Test
    void differentLinesOfCodeNeverLookTheSame() {
        List<String> lines =
                LineDiff.of(AgreementDocument.Form.CODE, "a();\nx(\"admin\");", "a();\nx(\"\u0430dmin\");");
        assertTrue(lines.contains("-x(\"admin\");"), lines.toString());
        assertTrue(lines.contains("+x(\"[U+0430]dmin\");"), lines.toString());
        assertEquals(
                2, LineDiff.of(AgreementDocument.Form.CODE, "a\nb", "a\r\nb").size());
    }

    private static String[] sides(String before, String after) {
        String line =
                ArgumentsDiff.between(Map.of("p", before), Map.of("p", after)).get(0);
        return line.substring("p: ".length()).split(" → ");
    }
}
