package io.countersign.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.kernel.VisibleText;
import io.countersign.sandbox.source.HiddenCharacters;
import org.junit.jupiter.api.Test;

/** What the check of scripts refuses as hidden is what pages, chat and mail mark: two modules, one list. */
class HiddenCharactersTest {
    @Test
    void whatIsRefusedIsWhatIsMarked() {
        for (int one = 0; one <= Character.MAX_CODE_POINT; one++) {
            String text = Character.toString(one);
            boolean tabOrLineFeed = one == '\t' || one == '\n';
            boolean marked = !VisibleText.htmlOfLine("a" + text + "a").equals("<bdi>a" + text + "a</bdi>")
                    && !VisibleText.inJson(text).equals(text);
            assertEquals(
                    marked && !tabOrLineFeed,
                    HiddenCharacters.isHidden(one),
                    () -> "U+" + Integer.toHexString(text.codePointAt(0)));
        }
    }
}
