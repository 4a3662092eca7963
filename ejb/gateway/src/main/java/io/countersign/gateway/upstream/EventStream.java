package io.countersign.gateway.upstream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data of server-sent events. */
final class EventStream {

    private EventStream() {}

    /** The data of every event that is whole. */
    static List<String> data(String text) {
        List<String> all = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        // what follows the last line end is not a whole line yet
        for (int i = 0; i < lines.length - 1; i++) {
            String line = lines[i];
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    all.add(data.toString());
                    data.setLength(0);
                }
            } else if (line.startsWith("data:")) {
                if (data.length() > 0) {
                    data.append('\n');
                }
                data.append(line.startsWith("data: ") ? line.substring(6) : line.substring(5));
            }
        }
        return all;
    }

    /** Whether what was read so far is a stream of events in which the answer to that message is whole. */
    static boolean holdsAnswer(ByteArrayOutputStream soFar, long id) {
        byte[] bytes = soFar.toByteArray();
        int last = bytes.length - 1;
        if (last < 1 || bytes[0] == '{' || bytes[last] != '\n' && bytes[last] != '\r') {
            return false;
        }
        return data(new String(bytes, StandardCharsets.UTF_8)).stream()
                .anyMatch(message -> RpcAnswer.isAnswerTo(message, id));
    }
}
