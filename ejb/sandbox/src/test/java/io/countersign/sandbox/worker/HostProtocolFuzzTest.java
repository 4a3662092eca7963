package io.countersign.sandbox.worker;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Whatever bytes a worker sends, its host reads them or refuses them, and nothing else. */
class HostProtocolFuzzTest {
    private static final FrameType[] TYPES = FrameType.values();

    @FuzzTest(maxDuration = "20m")
    void everyFrameIsReadOrRefused(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] frame = new byte[data.length + 4];
        for (int i = 0; i < 4; i++) {
            frame[i] = (byte) (data.length >>> 24 - 8 * i);
        }
        System.arraycopy(data, 0, frame, 4, data.length);
        frame[4] = (byte) Math.floorMod(frame[4], TYPES.length);
        read(frame);
        read(data);
    }

    private static void read(byte[] bytes) {
        try {
            FrameIn in = FrameIn.read(new ByteArrayInputStream(bytes));
            switch (in.type()) {
                case COMPILED -> Messages.compiled(in);
                case OUTLINED -> OutlineMessage.read(in);
                case HTTP -> Messages.ask(in);
                case DONE -> Messages.done(in);
                case LOG, INTEGRATION -> {
                    in.number();
                    in.text();
                    in.plainMap();
                    in.end();
                }
                case COMPILE, OUTLINE, RUN, NEED, CLASSES, REPLY, PERFORMED, FAILURE, ENDED, READY -> in.plain();
            }
        } catch (IOException refused) {
            // as it should be
        } catch (RuntimeException e) {
            throw new AssertionError(Arrays.toString(bytes), e);
        }
    }
}
