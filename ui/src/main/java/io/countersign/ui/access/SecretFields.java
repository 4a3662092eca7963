package io.countersign.ui.access;

import io.countersign.ui.HtmlForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a secret's binding in the contract's field names and shapes. What they may hold is the door's to check. */
final class SecretFields {

    private SecretFields() {}

    static Map<String, Object> of(HtmlForm form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("organizations", form.lines("organizations"));
        fields.put("workflows", form.chosen("workflows"));
        fields.put("hosts", form.lines("hosts"));
        fields.put("handle", form.has("handle"));
        return fields;
    }

    /** The page of a binding; of all of them for what cannot be the name of a secret. */
    static String page(String name) {
        return name.matches("\\w{1,100}") ? "secret/" + name : "secrets";
    }
}
