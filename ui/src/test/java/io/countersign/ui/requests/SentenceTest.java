package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void aWorkflowIsOneSentence() {
        assertEquals(
                "triage-agent wants to run Block IP on 203.0.113.9",
                Sentence.of(Views.blockIp().view()).text());
    }

    @Test
    void anActionReadsOn() {
        assertEquals("triage-agent wants to isolate host-17", said("Isolate host-17."));
    }

    @Test
    void anAbbreviationKeepsItsCapitals() {
        assertEquals("triage-agent wants to VLAN move of host-17", said("VLAN move of host-17"));
    }

    @Test
    void aToolWithoutWordsIsNamed() {
        assertEquals("triage-agent wants to use isolate_host", said(" "));
    }

    @Test
    void theEndNamesThePerson() {
        assertEquals(
                "rejected by alex",
                Sentence.ending(Views.blockIp()
                        .decided(Status.REJECTED, "alex", Verdict.REJECT)
                        .view()));
        assertEquals("", Sentence.ending(Views.blockIp().view()));
    }

    private static String said(String description) {
        return Sentence.of(Views.blockIp().tool(description).view()).text();
    }
}
