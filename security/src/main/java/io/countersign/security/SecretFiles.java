package io.countersign.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings whose value stands in a file: {@code SLACK_BOT_TOKEN_FILE=/run/secrets/slack} in place of {@code SLACK_BOT_TOKEN},
 * as container platforms hand secrets over. Such a file wins over the environment.
 */
public final class SecretFiles implements ConfigSource {
    private static final String SUFFIX = "_FILE";
    /** The environment has 300, system properties 400. */
    private static final int ORDINAL = 310;

    private final Map<String, String> environment;

    public SecretFiles() {
        this(System.getenv());
    }

    SecretFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Set<String> getPropertyNames() {
        return environment.keySet().stream()
                .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .collect(Collectors.toSet());
    }

    /** By the variable's name or the property's; without the line end that editors leave. */
    @Override
    public @Nullable String getValue(String name) {
        return file(name)
                .or(() -> file(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")))
                .orElse(null);
    }

    private Optional<String> file(String name) {
        String path = environment.get(name + SUFFIX);
        if (path == null || path.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(path)).replaceFirst("\\R\\z", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(name + SUFFIX + " names " + path + ", which cannot be read", e);
        }
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "files that environment variables ending in _FILE name";
    }
}
