package io.countersign.ui;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What the next page of this browser says first: the outcome of the form that was just sent. */
@Named
@SessionScoped
public class FlashMessages implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ArrayList<Notice> waiting = new ArrayList<>();

    /**
     * One sentence, perhaps with a place to go next.
     *
     * @param tone {@code good}, {@code bad} or {@code warn}
     * @param href where the link leads; empty for none
     */
    public record Notice(String tone, String text, String href, String linkText) implements Serializable {

        /** For the page's expressions. */
        public String getTone() {
            return tone;
        }

        /** For the page's expressions. */
        public String getText() {
            return text;
        }

        /** For the page's expressions. */
        public String getHref() {
            return href;
        }

        /** For the page's expressions. */
        public String getLinkText() {
            return linkText;
        }
    }

    /** It worked. */
    public void good(String text) {
        add(new Notice("good", text, "", ""));
    }

    /** It worked, and there is a next thing to look at. */
    public void good(String text, String href, String linkText) {
        add(new Notice("good", text, href, linkText));
    }

    /** It worked, and there is something to be aware of. */
    public void warn(String text) {
        add(new Notice("warn", text, "", ""));
    }

    /** It was refused, and nothing changed. */
    public void bad(String text) {
        add(new Notice("bad", text, "", ""));
    }

    /** Takes what is waiting: a notice is shown once. */
    public synchronized List<Notice> drain() {
        List<Notice> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private synchronized void add(Notice notice) {
        waiting.add(notice);
    }
}
