package io.countersign.ui.workflows;

import io.countersign.approvals.EscalationStep;
import io.countersign.ui.HtmlForm;
import io.countersign.ui.RedisplayedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The escalation in the editor: one line a step, and some empty lines for more. A line without anything is no step. */
final class Steps {

    private static final int MOST = 20;
    private static final int EMPTY_LINES = 2;
    private static final String YES = "yes";

    private Steps() {}

    /**
     * One line of the form.
     *
     * @param after seconds, as typed or stored
     * @param widen whether holders of the roles may decide from then on
     */
    public record Line(int number, Object after, Object roles, Object channel, boolean widen) {

        /** The name of one of its fields, as the door names it when it complains. */
        public String field(String part) {
            return "escalation[" + number + "]." + part;
        }

        /** Its number as people count. */
        public int shown() {
            return number + 1;
        }

        private boolean empty() {
            return after.toString().isBlank()
                    && roles.toString().isBlank()
                    && channel.toString().isBlank();
        }
    }

    /** The lines to show: what was typed, else what is stored, and empty ones. */
    static List<Line> lines(RedisplayedForm form, @Nullable List<EscalationStep> stored) {
        List<Line> lines = new ArrayList<>();
        if (form.holds("escalation[0].after_seconds")) {
            for (int i = 0; i < MOST; i++) {
                Line typed = typed(form, lines.size(), i);
                if (!typed.empty()) {
                    lines.add(typed);
                }
            }
        } else if (stored != null) {
            for (EscalationStep step : stored) {
                String channel = step.channel() == null ? "" : step.channel();
                lines.add(new Line(
                        lines.size(), step.afterSeconds(), String.join(", ", step.roles()), channel, step.widen()));
            }
        }
        for (int more = 0; more < EMPTY_LINES && lines.size() < MOST; more++) {
            lines.add(new Line(lines.size(), "", "", "", false));
        }
        return lines;
    }

    private static Line typed(RedisplayedForm form, int number, int line) {
        String at = "escalation[" + line + "].";
        return new Line(
                number,
                form.value(at + "after_seconds", ""),
                form.value(at + "roles", ""),
                form.value(at + "channel", ""),
                form.ticked(at + "widen", YES, null));
    }

    /** The steps as the door takes them; what is wrong with one is the door's to say. */
    static List<Map<String, @Nullable Object>> of(HtmlForm form) {
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String at = "escalation[" + i + "].";
            if (form.text(at + "after_seconds").isEmpty()
                    && form.text(at + "roles").isEmpty()
                    && form.text(at + "channel").isEmpty()) {
                continue;
            }
            Map<String, @Nullable Object> step = new LinkedHashMap<>();
            step.put("after_seconds", form.number(at + "after_seconds"));
            step.put("roles", form.words(at + "roles"));
            step.put("channel", form.textOrNull(at + "channel"));
            step.put("widen", form.chosen(at + "widen").contains(YES));
            steps.add(step);
        }
        return steps;
    }
}
