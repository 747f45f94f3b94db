package dev.podium.skew;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Makes a class call another class' method of the same name and type. Only its constant pool changes, so that the code
 * and all that is known of it stay valid.
 *
 * @param owner the class that is called so far, as the JVM writes it
 * @param method its name
 * @param type its parameters and result, as the JVM writes them
 * @param instead the class that is called from now on
 */
record Redirect(String owner, String method, String type, String instead) {
    private static final int COUNT_AT = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;
    private static final int MOST_ENTRIES = 65_533;

    /** The changed class; null where it never calls the method. */
    byte[] apply(byte[] bytes) {
        var pool = ByteBuffer.wrap(bytes);
        int count = Short.toUnsignedInt(pool.getShort(COUNT_AT));
        var at = new int[count];
        int end = entries(pool, at);
        if (count > MOST_ENTRIES) return null;
        var changed = bytes.clone();
        boolean found = false;
        for (int i = 1; i < count; i++) {
            if (at[i] == 0 || pool.get(at[i]) != METHOD || !matches(pool, at, at[i])) continue;
            // The index of the class entry that is appended last.
            ByteBuffer.wrap(changed).putShort(at[i] + 1, (short) (count + 1));
            found = true;
        }
        return found ? appended(changed, count, end) : null;
    }

    /** Fills in where each entry begins; gives where the last one ends. */
    private static int entries(ByteBuffer pool, int[] at) {
        int next = COUNT_AT + Short.BYTES;
        for (int i = 1; i < at.length; i++) {
            at[i] = next;
            int tag = pool.get(next);
            next += 1
                    + switch (tag) {
                        case UTF8 -> Short.BYTES + Short.toUnsignedInt(pool.getShort(next + 1));
                        case LONG, DOUBLE -> Long.BYTES;
                        case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> Short.BYTES;
                        case METHOD_HANDLE -> 1 + Short.BYTES;
                        default -> 2 * Short.BYTES;
                    };
            // They take two numbers.
            if (tag == LONG || tag == DOUBLE) i++;
        }
        return next;
    }

    private boolean matches(ByteBuffer pool, int[] at, int entry) {
        int nameAndType = at[index(pool, entry + 3)];
        return text(pool, at, at[index(pool, entry + 1)] + 1).equals(owner)
                && text(pool, at, nameAndType + 1).equals(method)
                && text(pool, at, nameAndType + 3).equals(type);
    }

    private byte[] appended(byte[] changed, int count, int end) {
        var name = instead.getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(changed.length + 1 + Short.BYTES + name.length + 1 + Short.BYTES);
        bytes.put(changed, 0, end);
        bytes.put((byte) UTF8).putShort((short) name.length).put(name);
        bytes.put((byte) CLASS).putShort((short) count);
        bytes.put(changed, end, changed.length - end);
        return bytes.putShort(COUNT_AT, (short) (count + 2)).array();
    }

    private static int index(ByteBuffer pool, int position) {
        return Short.toUnsignedInt(pool.getShort(position));
    }

    private static String text(ByteBuffer pool, int[] at, int position) {
        int entry = at[index(pool, position)];
        return new String(pool.array(), entry + 3, index(pool, entry + 1), StandardCharsets.UTF_8);
    }
}
