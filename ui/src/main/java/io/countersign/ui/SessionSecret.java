package io.countersign.ui;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;

/** A secret of the browser's session, that no other session has. */
@SessionScoped
class SessionSecret implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String value = RandomText.make();

    String value() {
        return value;
    }
}
