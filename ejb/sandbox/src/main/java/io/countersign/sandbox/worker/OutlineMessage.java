package io.countersign.sandbox.worker;

import io.countersign.sandbox.Outline;
import io.countersign.sandbox.outline.OutlineReader;
import java.util.ArrayList;
import java.util.List;

/** An outline on its way; a reader will see these words, so the host lets no others through than it would make itself. */
final class OutlineMessage {
    private static final int LONGEST = 4_000;

    private OutlineMessage() {}

    static FrameOut write(Outline o) {
        FrameOut out = new FrameOut(FrameType.OUTLINED).small(o.calls().size());
        o.calls().forEach(c -> out.text(c.method()).text(c.url()).small(c.line()));
        uses(out, o.secrets());
        uses(out, o.integrations());
        return out.flag(o.whole());
    }

    private static void uses(FrameOut out, List<Outline.Use> uses) {
        out.small(uses.size());
        uses.forEach(u -> out.text(u.name()).small(u.line()));
    }

    static Outline read(FrameIn in) throws WireException {
        List<Outline.Call> calls = new ArrayList<>();
        for (int i = few(in, 12); i > 0; i--) {
            calls.add(new Outline.Call(words(in), words(in), line(in)));
        }
        Outline outline = new Outline(calls, uses(in), uses(in), in.flag());
        in.end();
        return outline;
    }

    private static List<Outline.Use> uses(FrameIn in) throws WireException {
        List<Outline.Use> uses = new ArrayList<>();
        for (int i = few(in, 8); i > 0; i--) {
            uses.add(new Outline.Use(words(in), line(in)));
        }
        return uses;
    }

    private static int few(FrameIn in, int each) throws WireException {
        int count = in.count(each);
        if (count > OutlineReader.MOST) {
            throw new WireException("an outline of " + count + " lines");
        }
        return count;
    }

    private static String words(FrameIn in) throws WireException {
        String text = in.text();
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new WireException("an outline that is no line of text");
        }
        return text;
    }

    private static int line(FrameIn in) throws WireException {
        int line = in.small();
        if (line < 1) {
            throw new WireException("a line that is none");
        }
        return line;
    }
}
