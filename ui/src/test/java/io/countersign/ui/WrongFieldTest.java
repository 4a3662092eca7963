package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WrongFieldTest {

    @Test
    void theSummaryLeadsToTheFieldOnThePage() {
        WrongField wrong = WrongField.of("then.required_approvers", "must be 2 or more");
        assertEquals("#required_approvers", wrong.href());
        assertEquals("Required approvers", wrong.name());
    }

    @Test
    void whatIsWrongWithinTheMocksLeadsToTheirText() {
        WrongField wrong = WrongField.of("http[0].response.error", "must be one of connect_timeout");
        assertEquals("#http", wrong.href());
        assertEquals("Http 1 response error", wrong.name());
    }

    @Test
    void anItemOfAListLeadsToItsField() {
        WrongField wrong = WrongField.of("hosts[1]", "is no host");
        assertEquals("#hosts", wrong.href());
        assertEquals("Hosts 2", wrong.name());
    }

    @Test
    void lineOfAListIsCountedAsPeopleCount() {
        WrongField wrong = WrongField.of("escalation[0].after_seconds", "must be shorter");
        assertEquals("#escalation[0].after_seconds", wrong.href());
        assertEquals("Escalation 1 after seconds", wrong.name());
    }
}
