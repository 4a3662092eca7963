package io.countersign.ui.access;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;

/** A key that was just made, kept for the one page that shows it. */
@SessionScoped
class FreshKey implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    // a secret is never written with a session
    private transient String key = "";

    synchronized void keep(String fresh) {
        key = fresh;
    }

    synchronized String take() {
        String taken = key == null ? "" : key;
        key = "";
        return taken;
    }
}
