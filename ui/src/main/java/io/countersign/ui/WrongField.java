package io.countersign.ui;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of the summary above a refused form.
 *
 * @param field the id of the field on the page
 * @param name the field as people read it
 */
public record WrongField(String field, String name, String message) {

    private static final Pattern ITEM = Pattern.compile("\\[(\\d{1,6})]");

    /** From the path that a door names: the parts of a policy are one form here, and mocks are one text. */
    static WrongField of(String path, String message) {
        String field = path.replaceFirst("^(then|when)\\.", "");
        // the items of a list are one field of a form, but for the parts of an item
        String onPage = field.replaceFirst("^http\\[.*", "http").replaceFirst("\\[\\d+]$", "");
        return new WrongField(onPage, words(field), message);
    }

    /** Where the summary leads. */
    public String href() {
        return "#" + field;
    }

    private static String words(String field) {
        String counted = ITEM.matcher(field).replaceAll(item -> " " + number(item.group(1)));
        String text = counted.replace('.', ' ').replace('_', ' ');
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static int number(String index) {
        return Integer.parseInt(index) + 1;
    }
}
