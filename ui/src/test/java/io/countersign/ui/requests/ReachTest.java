package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void everyLineOfAnOutlineHasItsPlace() {
        assertEquals(
                List.of(
                        new Reach("POST", "https://firewall.internal/api/block", "line 9"),
                        new Reach("GET", "https://a.example/ (line 1) {…}", "line 10"),
                        new Reach("reads", "the secret K", "line 5"),
                        new Reach("and", "more: read the code", "")),
                Reach.all(List.of(
                        "POST https://firewall.internal/api/block (line 9)",
                        "GET https://a.example/ (line 1) {…} (line 10)",
                        "reads the secret K (line 5)",
                        "and more: read the code")));
    }

    @Test
    void aLineOfOneWordIsShownAsItIs() {
        assertEquals(List.of(new Reach("", "more", "")), Reach.all(List.of("more")));
    }
}
