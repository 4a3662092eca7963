package io.countersign.sandbox.run;

import io.countersign.sandbox.secrets.Masker;
import io.countersign.script.Secrets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The granted secrets; says so once when one is too short to be masked. */
final class ScriptSecrets implements Secrets {
    private final Map<String, String> granted;
    private final ScriptLog log;
    private final Link link;
    private final Set<String> warned = new HashSet<>();

    ScriptSecrets(Map<String, String> granted, ScriptLog log, Link link) {
        this.granted = granted;
        this.log = log;
        this.link = link;
    }

    @Override
    public Optional<String> get(String name) {
        String value = name == null ? null : granted.get(name);
        if (value != null && value.length() < Masker.SHORTEST && warned.add(name)) {
            log.warn("secret " + name + " is too short to mask: it may show in logs and results");
        }
        return Optional.ofNullable(value);
    }

    @Override
    public String hide(String value) {
        Objects.requireNonNull(value, "the value to hide must not be null");
        if (value.length() >= Masker.SHORTEST) {
            link.hide(value);
        } else if (warned.add("")) {
            log.warn("a hidden value is too short to mask: it may show in logs and results");
        }
        return value;
    }

    @Override
    public String require(String name) {
        return get(name)
                .orElseThrow(() -> new IllegalStateException(
                        "secret " + name + " is not set or not granted to this workflow: set SECRET_" + name
                                + " on the server and list " + name + " in the workflow's allowed_secrets"));
    }
}
