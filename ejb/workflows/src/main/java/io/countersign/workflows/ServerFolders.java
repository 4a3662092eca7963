package io.countersign.workflows;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Folders of the application server. */
final class ServerFolders {
    private ServerFolders() {}

    /** Where what makes sandbox workers start quickly is kept from one start of the server to the next; null outside of one. */
    static @Nullable Path archives() {
        String data = System.getProperty("jboss.server.data.dir");
        return data == null ? null : Path.of(data, "countersign-sandbox");
    }
}
