package io.countersign.ui;

import io.countersign.security.DerivedSecrets;

/** Seals of an installation of its own. */
final class Seals {

    private Seals() {}

    static FormSeal of(String installation) {
        return new FormSeal(new DerivedSecrets() {
            @Override
            public String of(String purpose) {
                return Integer.toHexString((installation + purpose).hashCode()) + (installation + purpose).length();
            }
        });
    }
}
