package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.countersign.approvals.RequestView;
import org.junit.jupiter.api.Test;

class RequestLineTest {

    @Test
    void highRiskIsNeverDecidedTogetherWithOthers() {
        assertFalse(RequestLine.of(Views.blockIp().view(), Views.ASKED).together());
    }

    @Test
    void aSelectionCarriesTheDigestThatWasShown() {
        RequestView view = Views.blockIp().view();
        assertEquals(view.uuid() + " cd", RequestLine.of(view, Views.ASKED).pick());
    }
}
