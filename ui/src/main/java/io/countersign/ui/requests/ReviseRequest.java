package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Revision;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody changes the inputs of a pending request instead of rejecting it; from then on they do not count. */
@ApplicationScoped
class ReviseRequest implements Action {

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "revise-request";
    }

    @Override
    public String perform(HtmlForm form) {
        UUID id = form.uuid("request");
        RequestView before = approvals.get(id, currentUser.actor());
        Map<String, Object> parameters = form.json("parameters");
        Revision revision = new Revision(
                indicator(before.indicator(), form),
                parameters.equals(before.parameters()) ? null : parameters,
                form.text("comment"));
        approvals.revise(id, revision, form.textOrNull("etag"), currentUser.actor());
        flashMessages.good(
                "Revision submitted. Earlier votes were dropped, and you cannot approve this request any more.");
        return "request/" + id;
    }

    /** Null when the value was left as it is. */
    private static @Nullable Map<String, Object> indicator(@Nullable Map<String, Object> before, HtmlForm form) {
        String value = form.text("indicator_value");
        if (before == null || value.isEmpty() || value.equals(before.get("value"))) {
            return null;
        }
        Map<String, Object> changed = new LinkedHashMap<>(before);
        changed.put("value", value);
        return changed;
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("request").map(id -> "request/" + id).orElse("inbox");
    }
}
