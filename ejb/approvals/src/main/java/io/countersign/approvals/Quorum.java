package io.countersign.approvals;

import io.countersign.kernel.JsonFields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Slots that distinct people have to fill: "two of soc-lead and one of network". One person fills one place only. */
public sealed interface Quorum {

    /** That many people who hold the role. */
    record Slots(String role, int count) implements Quorum {
        public Slots {
            if (count < 1) {
                throw new IllegalArgumentException("no place to fill is no agreement");
            }
        }
    }

    /** Every part, each by people of its own. */
    record All(List<Quorum> parts) implements Quorum {
        public All {
            parts = some(parts);
        }
    }

    /** One of the parts. */
    record Any(List<Quorum> parts) implements Quorum {
        public Any {
            parts = some(parts);
        }
    }

    private static List<Quorum> some(List<Quorum> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no part to meet is no agreement");
        }
        return List.copyOf(parts);
    }

    /**
     * Reads {@code {"all": […]}}, {@code {"any": […]}} or {@code {"role": …, "count": …}}; refuses anything else with a
     * 422 that names the place below {@code quorum}.
     */
    static Quorum parse(@Nullable Object json) {
        JsonFields fields = new JsonFields(Collections.singletonMap("quorum", json));
        Quorum quorum = fields.need("quorum", QuorumJson.SHAPE);
        fields.refuse();
        return Objects.requireNonNull(quorum);
    }

    /** The same shape as {@link #parse} reads. */
    default Map<String, Object> toMap() {
        return QuorumJson.write(this);
    }
}
