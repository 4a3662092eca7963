package io.countersign.web.decide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The token page's colours can be read in both schemes: 4.5 to 1, as WCAG 2.2 AA wants it. */
class DecideStyleTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{3,6});");
    private static final String[][] TEXT_ON = {
        {"ink", "paper"},
        {"ink", "card"},
        {"soft", "card"},
        {"soft", "paper"},
        {"on-approve", "approve"},
        {"reject", "card"},
        {"warn", "card"},
        {"warn", "warn-paper"},
        {"ink", "warn-paper"},
        {"added", "added-paper"},
        {"removed", "removed-paper"}
    };

    @Test
    void everyTextHasContrastInBothSchemes() throws IOException {
        String css = Files.readString(Path.of("src/main/webapp/decide.css"));
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        check("light", colours(css.substring(0, dark)));
        Map<String, String> all = colours(css.substring(0, dark));
        all.putAll(colours(css.substring(dark, css.indexOf("* {", dark))));
        check("dark", all);
    }

    private static void check(String scheme, Map<String, String> colours) {
        for (String[] pair : TEXT_ON) {
            double ratio = ratio(colours.get(pair[0]), colours.get(pair[1]));
            assertTrue(ratio >= 4.5, scheme + ": " + pair[0] + " on " + pair[1] + " has " + ratio);
        }
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            String hex = matcher.group(2);
            found.put(matcher.group(1), hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex);
        }
        return found;
    }

    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 0) + 0.7152 * linear(hex, 2) + 0.0722 * linear(hex, 4);
    }

    private static double linear(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
