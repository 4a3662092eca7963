package io.countersign.sandbox.guard;

/**
 * A text that looks at the budget as it is read, so that no pattern reads it for ever. A pattern recurses for each turn of
 * a group that repeats: where the text is long enough for that to matter, the depth is looked at too, more often as the
 * limit comes near, so that a match ends the same way whether its frames are small or large.
 */
final class WatchedText implements CharSequence {
    private static final int EVERY = 2_048;
    private static final int DEEPEST = 80_000;
    private static final int FRAMES_A_TURN = 6;

    private final String text;
    private final Budget budget;
    private final int every;
    /** Frames that may come up with each character read; 0 if the text is too short to nest too deep. */
    private final int growth;

    private int left;
    private int untilDepth;

    WatchedText(String text, String pattern, Budget budget) {
        this.text = text;
        this.budget = budget;
        this.every = (int) Math.max(32, EVERY * 256L / Math.max(256, pattern.length()));
        this.growth = growth(text.length(), pattern);
        this.left = every;
        this.untilDepth = growth == 0 ? 0 : DEEPEST / growth;
    }

    private static int growth(int length, String pattern) {
        if (length * (FRAMES_A_TURN + 2L * pattern.length()) < DEEPEST) {
            return 0;
        }
        int groups = RegexLimits.groups(pattern);
        boolean deep = groups > 0 && length * (FRAMES_A_TURN + 4L * groups) >= DEEPEST;
        return deep ? FRAMES_A_TURN + groups : 0;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            left = every;
            look();
        }
        return text.charAt(index);
    }

    private void look() {
        budget.look();
        if (growth > 0) {
            untilDepth -= every;
            if (untilDepth < 0) {
                untilDepth = Math.max(DEEPEST / 8, DEEPEST - budget.frames(DEEPEST)) / growth;
            }
        }
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
