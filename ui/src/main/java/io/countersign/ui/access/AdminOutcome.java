package io.countersign.ui.access;

import io.countersign.ui.FlashMessages;
import java.util.UUID;

/** Where a change by an admin leads: to the list of what was changed, or to the request that asks another admin. */
final class AdminOutcome {

    private AdminOutcome() {}

    static String pending(UUID request, String requestNumber, FlashMessages flashMessages) {
        flashMessages.good("Not in effect yet: another admin has to approve it, as " + requestNumber + ".");
        return "request/" + request;
    }

    static String done(String sentence, String page, FlashMessages flashMessages) {
        flashMessages.good(sentence);
        return page;
    }
}
