package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachLineTest {

    @Test
    void everyLineOfAnOutlineHasItsPlace() {
        assertEquals(
                List.of(
                        new ReachLine("POST", "https://firewall.internal/api/block", "line 9"),
                        new ReachLine("GET", "https://a.example/ (line 1) {…}", "line 10"),
                        new ReachLine("reads", "the secret K", "line 5"),
                        new ReachLine("and", "more: read the code", "")),
                ReachLine.all(List.of(
                        "POST https://firewall.internal/api/block (line 9)",
                        "GET https://a.example/ (line 1) {…} (line 10)",
                        "reads the secret K (line 5)",
                        "and more: read the code")));
    }

    @Test
    void aLineOfOneWordIsShownAsItIs() {
        assertEquals(List.of(new ReachLine("", "more", "")), ReachLine.all(List.of("more")));
    }
}
