package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first sentence of a change says what changes. */
class ChangeTitleTest {

    private static final String WHAT = "the workflow Block IP";

    private static String title(Map<String, ?> before, Map<String, ?> after) {
        return ChangeTitle.of(WHAT, before, after);
    }

    @Test
    void aRiskIsLoweredOrRaised() {
        assertEquals(
                "Lower the risk of the workflow Block IP from high to low",
                title(Map.of("risk_level", "high"), Map.of("risk_level", "low")));
        assertEquals(
                "Raise the risk of the workflow Block IP from low to critical and change its tags",
                title(
                        Map.of("risk_level", "low", "tags", List.of()),
                        Map.of("risk_level", "critical", "tags", List.of("a"))));
    }

    @Test
    void shortValuesAreTold() {
        assertEquals(
                "Change the approval mode of the workflow Block IP from always to never",
                title(Map.of("approval_mode", "always"), Map.of("approval_mode", "never")));
        assertEquals("Change the code of the workflow Block IP", title(Map.of("code", "a\nb"), Map.of("code", "a\nc")));
        assertEquals(
                "Change the allowed hosts of the workflow Block IP",
                title(Map.of("allowed_hosts", List.of("a")), Map.of("allowed_hosts", List.of("b"))));
    }

    @Test
    void severalFieldsAreListedAndManyCounted() {
        assertEquals(
                "Change the a and c of the workflow Block IP",
                title(new java.util.TreeMap<>(Map.of("a", 1, "b", 1, "c", 1)), Map.of("a", 2, "b", 1, "c", 2)));
        Map<String, Integer> before = new java.util.TreeMap<>(Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 1));
        assertEquals("Change the a, b, c and 2 more fields of the workflow Block IP", title(before, Map.of()));
    }

    @Test
    void partsOfObjectsAreNamedAndSwitchesSwitched() {
        assertEquals(
                "Change the tool name of the workflow Block IP from wipe to lock",
                title(Map.of("when", Map.of("tool_name", "wipe")), Map.of("when", Map.of("tool_name", "lock"))));
        assertEquals("Disable the workflow Block IP", title(Map.of("enabled", true), Map.of("enabled", false)));
    }
}
