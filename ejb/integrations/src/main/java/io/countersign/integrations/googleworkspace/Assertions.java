package io.countersign.integrations.googleworkspace;

/** Makes the assertion that is exchanged for an access token. */
@FunctionalInterface
interface Assertions {
    String assertion(String scopes, String audience);
}
