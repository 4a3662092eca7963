package io.countersign.ui;

import io.countersign.kernel.VisibleText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Foreign text for pages: isolated, escaped, and with marks for all that a reader would not see. Written out unescaped. */
@Named
@ApplicationScoped
public class VisibleOutput {

    /** One value as an element of its own; empty for null. */
    public String html(@Nullable Object value) {
        return value == null ? "" : VisibleText.html(value.toString());
    }

    /** One value as plain text, for titles and attributes; empty for null. */
    public String text(@Nullable Object value) {
        return value == null ? "" : VisibleText.of(value.toString());
    }

    /** One line of code, of JSON or of a difference. */
    public String line(@Nullable String line) {
        return line == null ? "" : VisibleText.htmlOfLine(line);
    }

    /** Several values in one line. */
    public String join(List<?> values) {
        return String.join(", ", values.stream().map(this::html).toList());
    }
}
