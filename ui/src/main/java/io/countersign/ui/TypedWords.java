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
class TypedWords implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The words of one form, by field. */
    record Words(String action, String page, HashMap<String, String> fields) implements Serializable {}

    private @Nullable Words words;

    synchronized void keep(String action, String page, Map<String, String> fields) {
        words = new Words(action, page, new HashMap<>(fields));
    }

    /** Those that belong to this page. */
    synchronized Optional<Words> of(String page) {
        return Optional.ofNullable(words).filter(kept -> kept.page().equals(page));
    }

    synchronized void forget() {
        words = null;
    }
}
