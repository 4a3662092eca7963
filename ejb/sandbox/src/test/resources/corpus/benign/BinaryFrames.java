import io.countersign.script.*;
import java.io.*;
import java.nio.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/** Reads frames of an appliance: length, kind, text, and a number with the other byte order. */
public class BinaryFrames implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String s : List.of("block", "release")) {
            out.writeShort(s.length());
            out.writeByte(s.charAt(0));
            out.writeBytes(s);
            out.writeUTF("é" + s);
        }
        List<String> frames = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new PushbackInputStream(new ByteArrayInputStream(bytes.toByteArray())))) {
            while (in.available() > 0) {
                byte[] text = new byte[in.readUnsignedShort()];
                char kind = (char) in.readByte();
                in.readFully(text);
                frames.add(kind + ":" + new String(text, StandardCharsets.US_ASCII) + ":" + in.readUTF());
            }
        }
        ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(258);
        number.flip();
        return WorkflowResult.ok("Frames", Map.of("frames", frames, "first", number.get(), "swapped", number.rewind().remaining()));
    }
}
