package io.countersign.sandbox.guard;

/** A text that looks at the budget as it is read, so that no pattern reads it for ever. */
final class WatchedText implements CharSequence {
    private static final int EVERY = 2_048;

    private final String text;
    private final Budget budget;
    private int left = EVERY;

    WatchedText(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            left = EVERY;
            budget.look();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
