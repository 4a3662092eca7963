package io.countersign.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script should do, in plain words. */
public record GenerateAsk(
        String description, @Nullable String kind, @Nullable List<String> indicatorTypes) {}
