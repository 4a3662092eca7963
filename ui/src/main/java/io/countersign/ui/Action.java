package io.countersign.ui;

/**
 * One thing that a person can do from a form, such as deciding a request. Implementations are CDI beans; {@link Actions}
 * finds them by {@link #name()}.
 */
public interface Action {

    /** What {@link #perform} answers to show its {@link #formView} again although nothing was refused. */
    String SHOW_AGAIN = "";

    /** The last part of the address that the form posts to: {@code decide} for {@code /console/do/decide}. */
    String name();

    /**
     * Does it.
     *
     * @return the page to show next, relative to the console: {@code request/UUID}
     * @throws io.countersign.kernel.Refusal when it may not or cannot be done; nothing has changed then
     */
    String perform(HtmlForm form);

    /** The page that says why it was refused, relative to the console. */
    default String refusedPage(HtmlForm form) {
        return "inbox";
    }

    /** The page that holds the form, to show it there with what was typed when its session was over. */
    default String formPage(HtmlForm form) {
        return formView().isEmpty() ? refusedPage(form) : formView();
    }

    /** The view that shows the refused form again with what was typed; empty when {@link #refusedPage} says enough. */
    default String formView() {
        return "";
    }
}
