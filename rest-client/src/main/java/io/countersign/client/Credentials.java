package io.countersign.client;

import org.eclipse.microprofile.config.ConfigProvider;

/** The key that every client sends: the configuration property {@value #PROPERTY}. */
public final class Credentials {

    /** An API key or an access token. */
    public static final String PROPERTY = "countersign.key";

    private Credentials() {}

    /** The Authorization header. */
    public static String authorization() {
        return "Bearer " + ConfigProvider.getConfig().getValue(PROPERTY, String.class);
    }
}
