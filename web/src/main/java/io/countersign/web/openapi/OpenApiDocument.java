package io.countersign.web.openapi;

import io.countersign.web.JsonMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document, as it is written (YAML) and as programs like it (JSON). */
record OpenApiDocument(byte[] yaml, byte[] json) {

    private static final String RESOURCE = "/META-INF/countersign-openapi.yaml";

    static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            byte[] yaml = in.readAllBytes();
            return new OpenApiDocument(yaml, JsonMapping.bytes(tree(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object tree(byte[] yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
    }
}
