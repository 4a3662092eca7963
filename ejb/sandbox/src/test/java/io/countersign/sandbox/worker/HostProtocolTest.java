package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.sandbox.Outline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a worker that was taken over could send must not hurt its host. */
class HostProtocolTest {

    private static FrameIn sent(FrameOut frame) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        frame.writeTo(pipe);
        return FrameIn.read(new ByteArrayInputStream(pipe.toByteArray()));
    }

    private static void refused(FrameOut frame) throws IOException {
        FrameIn in = sent(frame);
        assertThrows(WireException.class, in::plain);
    }

    /** A value of a kind that the writer would not use for it. */
    private static FrameOut raw(char tag, String text) {
        FrameOut out = new FrameOut(FrameType.DONE);
        return out.tag(tag).text(text);
    }

    @Test
    void aShortTextForAHugeWholeNumberIsRefused() throws IOException {
        refused(raw('W', "1e999999999"));
        refused(raw('B', "1e999999999"));
        refused(raw('B', "1e-2147483647"));
        refused(raw('W', "9".repeat(400_000)));
        refused(raw('B', "NaN"));
    }

    @Test
    void numbersOfUsualSizeArriveAsTheyWere() throws IOException {
        Map<String, Object> data = Map.of("a", new BigDecimal("1.50"), "b", new BigDecimal("1E+40").toBigInteger());
        assertEquals(data, sent(new FrameOut(FrameType.DONE).plain(data)).plainMap());
    }

    @Test
    void aFrameOfMillionsOfNothingsIsRefused() throws IOException {
        refused(new FrameOut(FrameType.DONE).plain(Collections.nCopies(3_000_000, null)));
    }

    @Test
    void dataThatNestTooDeepAreRefused() throws IOException {
        Object nested = List.of();
        for (int i = 0; i < 60; i++) {
            nested = List.of(nested);
        }
        refused(new FrameOut(FrameType.DONE).plain(nested));
    }

    @Test
    void anOutlineHoldsLinesOnly() throws IOException {
        Outline good = new Outline(
                List.of(new Outline.Call("GET", "https://a.example/{…}", 3)),
                List.of(new Outline.Use("K", 2)),
                List.of(),
                true);
        assertEquals(good, OutlineMessage.read(sent(OutlineMessage.write(good))));
        for (Outline bad : List.of(
                new Outline(
                        List.of(new Outline.Call("GET", "https://a.example/\nPOST b", 3)), List.of(), List.of(), true),
                new Outline(List.of(new Outline.Call("GET", "x".repeat(5_000), 3)), List.of(), List.of(), true),
                new Outline(List.of(new Outline.Call("GET", "x", 0)), List.of(), List.of(), true),
                new Outline(List.of(), Collections.nCopies(61, new Outline.Use("K", 1)), List.of(), true))) {
            FrameIn in = sent(OutlineMessage.write(bad));
            assertThrows(WireException.class, () -> OutlineMessage.read(in));
        }
    }

    @Test
    void aFrameThatPromisesTooMuchIsRefusedBeforeItsMemoryIsTaken() {
        byte[] head = {0x7f, -1, -1, -1, 0};
        assertThrows(WireException.class, () -> FrameIn.read(new ByteArrayInputStream(head)));
        byte[] shorter = {0, 0, 1, 0, 0};
        assertThrows(EOFException.class, () -> FrameIn.read(new ByteArrayInputStream(shorter)));
    }
}
