package io.countersign.ui;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into a form whose session was over, until the form is sent in this session. */
@SessionScoped
class TypedText implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The kept of one form, by field. */
    record KeptText(String action, String page, HashMap<String, String> fields) implements Serializable {}

    private @Nullable KeptText kept;

    synchronized void keep(String action, String page, Map<String, String> fields) {
        kept = new KeptText(action, page, new HashMap<>(fields));
    }

    /** Those that belong to this page. */
    synchronized Optional<KeptText> of(String page) {
        return Optional.ofNullable(kept).filter(kept -> kept.page().equals(page));
    }

    synchronized void forget() {
        kept = null;
    }
}
