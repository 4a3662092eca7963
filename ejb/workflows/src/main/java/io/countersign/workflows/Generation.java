package io.countersign.workflows;

import io.countersign.security.Actor;
import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scripts written by a language model on request: {@code POST /v1/workflows/generate}. */
@Stateless
public class Generation {
    public Generated generate(String description, @Nullable String kind, List<String> indicatorTypes, Actor by) {
        throw new UnsupportedOperationException();
    }
}
