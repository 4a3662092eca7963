package io.countersign.sandbox.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Guards of compression. A few bytes unpack to gigabytes inside of one call of the JDK's, so each stream looks at the budget
 * whenever a piece comes out; what a stream holds outside of the heap is counted by {@link NativeMemory}.
 */
public final class CompressionGuards {
    private static final int USUAL = 512;
    private static final int LARGEST_BUFFER = 1 << 16;
    private static final int PIECE = 1 << 16;

    private CompressionGuards() {}

    private static NativeMemory beforeInflater() {
        NativeMemory memory = ScriptThread.current().nativeMemory();
        memory.beforeInflater();
        return memory;
    }

    private static NativeMemory beforeDeflater() {
        NativeMemory memory = ScriptThread.current().nativeMemory();
        memory.beforeDeflater();
        return memory;
    }

    private static int size(int asked) {
        return Math.min(asked, LARGEST_BUFFER);
    }

    public static Inflater inflater() {
        return inflater(false);
    }

    public static Inflater inflater(boolean nowrap) {
        return beforeInflater().opened(new Inflater(nowrap));
    }

    public static Deflater deflater() {
        return deflater(Deflater.DEFAULT_COMPRESSION);
    }

    public static Deflater deflater(int level) {
        return deflater(level, false);
    }

    public static Deflater deflater(int level, boolean nowrap) {
        return beforeDeflater().opened(new Deflater(level, nowrap));
    }

    public static void end(Inflater inflater) {
        inflater.end();
        ScriptThread.current().nativeMemory().closed(inflater);
    }

    public static void end(Deflater deflater) {
        deflater.end();
        ScriptThread.current().nativeMemory().closed(deflater);
    }

    public static InflaterInputStream inflating(InputStream in) {
        return new Inflating(in, inflater(), true);
    }

    public static InflaterInputStream inflating(InputStream in, Inflater inflater) {
        return new Inflating(in, inflater, false);
    }

    public static DeflaterOutputStream deflating(OutputStream out) {
        return new Deflating(out, deflater(), true);
    }

    public static DeflaterOutputStream deflating(OutputStream out, Deflater deflater) {
        return new Deflating(out, deflater, false);
    }

    public static GZIPInputStream gunzip(InputStream in) throws IOException {
        return gunzip(in, USUAL);
    }

    public static GZIPInputStream gunzip(InputStream in, int size) throws IOException {
        return new Gunzip(in, size(size), beforeInflater());
    }

    public static GZIPOutputStream gzip(OutputStream out) throws IOException {
        return gzip(out, USUAL);
    }

    public static GZIPOutputStream gzip(OutputStream out, int size) throws IOException {
        return new Gzip(out, size(size), beforeDeflater());
    }

    public static ZipInputStream unzip(InputStream in) {
        return unzip(in, StandardCharsets.UTF_8);
    }

    public static ZipInputStream unzip(InputStream in, Charset charset) {
        return new Unzip(in, charset, beforeInflater());
    }

    public static ZipOutputStream zip(OutputStream out) {
        return zip(out, StandardCharsets.UTF_8);
    }

    public static ZipOutputStream zip(OutputStream out, Charset charset) {
        return new Zip(out, charset, beforeDeflater());
    }

    private static final class Inflating extends InflaterInputStream {
        private final Budget budget = ScriptThread.current();
        private final boolean owned;

        Inflating(InputStream in, Inflater inflater, boolean owned) {
            super(in, inflater, USUAL);
            this.owned = owned;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            budget.look();
            return super.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (owned) {
                end(inf);
            }
        }
    }

    private static final class Gunzip extends GZIPInputStream {
        private final Budget budget = ScriptThread.current();

        Gunzip(InputStream in, int size, NativeMemory memory) throws IOException {
            super(in, size);
            memory.opened(inf);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            budget.look();
            return super.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            super.close();
            budget.nativeMemory().closed(inf);
        }
    }

    private static final class Unzip extends ZipInputStream {
        private final Budget budget = ScriptThread.current();

        Unzip(InputStream in, Charset charset, NativeMemory memory) {
            super(in, charset);
            memory.opened(inf);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            budget.look();
            return super.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            super.close();
            budget.nativeMemory().closed(inf);
        }
    }

    private interface Write {
        void write(int from, int length) throws IOException;
    }

    private static void inPieces(int offset, int length, Budget budget, Write write) throws IOException {
        int done = 0;
        do {
            budget.look();
            int piece = Math.min(PIECE, length - done);
            write.write(offset + done, piece);
            done += Math.max(piece, 0);
        } while (done < length);
    }

    private static final class Deflating extends DeflaterOutputStream {
        private final Budget budget = ScriptThread.current();
        private final boolean owned;

        Deflating(OutputStream out, Deflater deflater, boolean owned) {
            super(out, deflater, USUAL);
            this.owned = owned;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            inPieces(offset, length, budget, (at, piece) -> super.write(bytes, at, piece));
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (owned) {
                end(def);
            }
        }
    }

    private static final class Gzip extends GZIPOutputStream {
        private final Budget budget = ScriptThread.current();

        Gzip(OutputStream out, int size, NativeMemory memory) throws IOException {
            super(out, size);
            memory.opened(def);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            inPieces(offset, length, budget, (at, piece) -> super.write(bytes, at, piece));
        }

        @Override
        public void close() throws IOException {
            super.close();
            budget.nativeMemory().closed(def);
        }
    }

    private static final class Zip extends ZipOutputStream {
        private final Budget budget = ScriptThread.current();

        Zip(OutputStream out, Charset charset, NativeMemory memory) {
            super(out, charset);
            memory.opened(def);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            inPieces(offset, length, budget, (at, piece) -> super.write(bytes, at, piece));
        }

        @Override
        public void close() throws IOException {
            super.close();
            budget.nativeMemory().closed(def);
        }
    }
}
