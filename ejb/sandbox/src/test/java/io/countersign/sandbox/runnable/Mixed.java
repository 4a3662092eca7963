package io.countersign.sandbox.runnable;

import java.util.Random;

/** A program of many constructs, nested as chance has it; it ends soon and says the same each time. */
final class Mixed {
    private static final int DEEPEST = 7;

    private final Random chance;
    private final StringBuilder members = new StringBuilder();
    private int names;
    private int left;

    private Mixed(long seed, int size) {
        this.chance = new Random(seed);
        this.left = size;
    }

    static String program(long seed, int size) {
        Mixed mixed = new Mixed(seed, size);
        StringBuilder body = new StringBuilder("int x = 1; long l = 2; double d = 3; int[] a = {1, 2, 3};\n");
        while (mixed.left > 0) {
            body.append(mixed.statement(0));
        }
        body.append("s = s + x + l + (int) d + Arrays.toString(a);\n");
        return Growing.program(FIXED + mixed.members, body.toString());
    }

    private static final String FIXED = """
            enum Color { RED, GREEN { @Override int of(int x) { return x + 2; } }, BLUE; int of(int x) { return x + ordinal(); } }
            sealed interface Shape permits Round, Square {}
            record Round(int r) implements Shape { Round { if (r > 1_000_000) r = 7; } }
            record Square(long side, String[] names) implements Shape {}
            interface Box<T extends Comparable<T>> { T get(); default T larger(T t) { return get().compareTo(t) > 0 ? get() : t; } }
            static class Cell implements Box<String>, Comparable<Cell> {
                final String in; Cell(String in) { this.in = in; }
                @Override public String get() { return in; }
                @Override public int compareTo(Cell o) { return in.compareTo(o.in); }
            }
            class Inner { int n = 3; class Deeper { int m = n + 1; } }
            static final class Closing implements AutoCloseable {
                final int[] a; Closing(int[] a) { this.a = a; }
                @Override public void close() { a[0]++; }
            }
            static class Odd extends Exception { Odd(String m) { super(m); } }
            static <T> T same(T t) { return t; }
            static String cut(String s) { return s.length() > 40 ? s.substring(s.length() - 40) : s; }
            static int sum(int... all) { int n = 0; for (int i : all) n += i; return n; }
            """;

    private String name() {
        return "n" + names++;
    }

    private String block(int depth) {
        StringBuilder all = new StringBuilder("{ ");
        int n = chance.nextInt(3) + (depth == 0 ? 1 : 0);
        for (int i = 0; i <= n; i++) {
            all.append(statement(depth + 1));
        }
        return all.append("}\n").toString();
    }

    private String number() {
        return switch (chance.nextInt(9)) {
            case 0 -> "x";
            case 1 -> "(int) l";
            case 2 -> "(int) d";
            case 3 -> "a[Math.floorMod(x, a.length)]";
            case 4 -> "s.length()";
            case 5 -> "sum(x, 2, " + chance.nextInt(1_000_000) + ")";
            case 6 -> "(x > l ? " + chance.nextInt(70_000) + " : a.length)";
            case 7 -> "Color.values()[Math.floorMod(x, 3)].of(x)";
            default -> Integer.toString(chance.nextInt());
        };
    }

    private String statement(int depth) {
        left--;
        if (depth >= DEEPEST || left <= 0) {
            return simple();
        }
        String n = name();
        return switch (chance.nextInt(26)) {
            case 0 -> "if (" + number() + " > " + number() + ") " + block(depth) + "else " + block(depth);
            case 1 -> "for (int " + n + " = 0; " + n + " < 2; " + n + "++) " + block(depth);
            case 2 -> "{ int " + n + " = 0; while (" + n + "++ < 2) " + block(depth) + "}\n";
            case 3 -> "{ int " + n + " = 0; do " + block(depth) + "while (++" + n + " < 2); }\n";
            case 4 ->
                "for (int " + n + " : a) { if (" + n + " == x) break; if (" + n + " < 0) continue; " + block(depth)
                        + "}\n";
            case 5 ->
                n + ": for (int i" + n + " = 0; i" + n + " < 2; i" + n + "++) { for (long j" + n
                        + " : new long[] {1, 2}) { if (x % 2 == 0) continue " + n + "; if (l > 99) break " + n + "; "
                        + block(depth) + "} }\n";
            case 6 ->
                "switch (s) { case \"v\": case \"Aa\": " + block(depth) + "case \"BB\": x++; break; default: "
                        + block(depth) + "}\n";
            case 7 ->
                "x = switch (Color.values()[Math.floorMod(x, 3)]) { case RED -> " + number() + "; case GREEN -> { "
                        + statement(depth + 1) + "yield " + number() + "; } case BLUE -> " + number() + "; };\n";
            case 8 ->
                "switch (" + number() + ") { case 0, 1: x++; case 5: " + block(depth)
                        + "break; case 1_000_000: l--; default: d++; }\n";
            case 9 -> "try " + block(depth) + "finally " + block(depth);
            case 10 ->
                "try { if (x % 3 == 0) throw new Odd(s); " + block(depth) + "} catch (Odd | IllegalStateException e" + n
                        + ") " + block(depth) + "finally " + block(depth);
            case 11 -> "try (Closing c" + n + " = new Closing(a); Closing e" + n + " = new Closing(a)) " + block(depth);
            case 12 ->
                "{ int[] h" + n + " = {x}; Runnable r" + n + " = () -> { for (int i = 0; i < 3; i++) h" + n
                        + "[0] += i; }; r" + n + ".run(); x = h" + n + "[0]; }\n";
            case 13 ->
                "{ Shape g" + n + " = x % 2 == 0 ? new Round(x) : new Square(l, new String[] {s}); if (g" + n
                        + " instanceof Round r" + n + " && r" + n + ".r() > 3) " + block(depth) + "else if (g" + n
                        + " instanceof Square q" + n + ") { l += q" + n + ".side(); s = q" + n
                        + ".names()[0]; } x += new Round(x).hashCode(); }\n";
            case 14 ->
                "{ record L" + n + "(int p, long q, String t) {} var r" + n + " = new L" + n + "(x, l, s); x += r" + n
                        + ".p(); s = cut(r" + n + ".toString()); }\n";
            case 15 -> method(n, depth);
            case 16 ->
                "{ Function<Integer, Function<Integer, Integer>> f" + n + " = u" + n + " -> w" + n + " -> { int z = u"
                        + n + "; while (z-- > u" + n + " - 3) w" + n + " += z; return w" + n + "; }; x = f" + n
                        + ".apply(x).apply(2); }\n";
            case 17 ->
                "{ Box<String> b" + n + " = new Box<>() { public String get() { return \"b\"; } }; s = cut(b" + n
                        + ".larger(s)); }\n";
            case 18 ->
                "{ int[][] g" + n + " = new int[2][3]; g" + n + "[1][2] = " + number() + "; long[][][] k" + n
                        + " = new long[2][1][]; x += g" + n + "[1][2]; l += k" + n + ".length; }\n";
            case 19 ->
                "try { x = x / " + number()
                        + "; a[x] = 1; } catch (ArithmeticException | ArrayIndexOutOfBoundsException e" + n + ") "
                        + block(depth);
            case 20 ->
                "{ List<Integer> k" + n + " = new ArrayList<>(); for (int i : a) k" + n + ".add(i); k" + n
                        + ".sort(Comparator.reverseOrder()); x += k" + n
                        + ".stream().mapToInt(Integer::intValue).filter(i -> i > 1).sum(); }\n";
            case 21 -> "x += new Inner().new Deeper().m; s = cut(same(s) + same(x) + new Cell(s).larger(\"w\"));\n";
            case 22 -> "{ class Here { int t(int k) { return k <= 0 ? 0 : k + t(k - 1); } } x += new Here().t(5); }\n";
            case 23 ->
                "{ long p" + n + " = l; double q" + n + " = d; for (int i = 0; i < 4; i++) { p" + n + " += i; q" + n
                        + " /= 2; } l = p" + n + "; d = q" + n + "; }\n";
            case 24 ->
                "try { try " + block(depth)
                        + "finally { x++; if (x % 5 == 0) throw new IllegalStateException(s); } } catch (RuntimeException e"
                        + n + ") " + block(depth);
            default -> simple();
        };
    }

    /** A method of its own, with a recursion or a return out of nested blocks. */
    private String method(String n, int depth) {
        String body =
                "int x = p; long l = q; double d = 1.5; int[] a = {p, 4}; for (;;) { try { if (x == 12) return l;\n"
                        + block(depth) + "if (k > 0) return m" + n
                        + "(k - 1, x, l, s); return l + x; } finally { x++; if (x == 77) break; } } return x;";
        members.append("long m")
                .append(n)
                .append("(int k, int p, long q, String s) { ")
                .append(body)
                .append(" }\n");
        return "l += m" + n + "(2, x, l, s);\n";
    }

    private String simple() {
        return switch (chance.nextInt(8)) {
            case 0 -> "x += " + number() + ";\n";
            case 1 -> "l = l * 31 + " + number() + ";\n";
            case 2 -> "d = d / 3 + " + number() + ";\n";
            case 3 -> "s = cut(s + x + 'c' + l + (x > 1) + null);\n";
            case 4 -> "a[(int) Math.floorMod(l, (long) a.length)] += " + number() + ";\n";
            case 5 -> "s = cut(String.format(\"%s%d\", s, x)).replace(\"12\", \"3\");\n";
            case 6 -> "x ^= x << 3; l >>>= 1; x = ~x;\n";
            default -> "a = Arrays.copyOf(a, Math.floorMod(x, 4) + 1);\n";
        };
    }
}
