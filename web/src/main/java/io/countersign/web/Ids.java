package io.countersign.web;

import io.countersign.kernel.Refusal;
import io.countersign.kernel.TextForms;
import java.util.UUID;

/** Ids in addresses. */
public final class Ids {

    private Ids() {}

    /**
     * The id in an address.
     *
     * @throws Refusal NOT_FOUND when it is none: nothing can be there
     */
    public static UUID inPath(String what, String text) {
        UUID id = TextForms.uuid(text);
        if (id == null) {
            throw Refusal.notFound(what, text.length() > 64 ? text.substring(0, 64) : text);
        }
        return id;
    }
}
