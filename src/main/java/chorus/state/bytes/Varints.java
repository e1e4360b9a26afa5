package chorus.state.bytes;

import java.util.Arrays;

/** A growing array of bytes with numbers of variable length, seven bits a byte, low bits first. */
public final class Varints {
    /** Bytes that a number takes at most. */
    public static final int LONGEST = 10;

    private byte[] bytes = new byte[256];
    private int size;

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public void put(byte value) {
        room(1);
        bytes[size++] = value;
    }

    public void put(long value) {
        room(LONGEST);
        size = write(value, bytes, size);
    }

    /** Appends {@code others} as they are. */
    public void put(byte[] others) {
        room(others.length);
        System.arraycopy(others, 0, bytes, size, others.length);
        size += others.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Writes {@code value} into {@code out}, which has room for {@link #LONGEST}, from {@code at} on; returns the place behind. */
    public static int write(long value, byte[] out, int at) {
        var end = at;
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            out[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        out[end++] = (byte) rest;
        return end;
    }

    /** Copies everything into {@code out}, which has room for it, from {@code at} on; returns the place behind. */
    public int copy(byte[] out, int at) {
        System.arraycopy(bytes, 0, out, at, size);
        return at + size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Reads what {@link Varints} wrote. */
    public static final class Reader {
        private final byte[] bytes;
        private int position;

        public Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte next() {
            return bytes[position++];
        }

        /** The next {@code length} bytes. */
        public byte[] next(int length) {
            position += length;
            return Arrays.copyOfRange(bytes, position - length, position);
        }

        public long nextLong() {
            var value = 0L;
            for (var shift = 0; ; shift += 7) {
                var b = bytes[position++];
                value |= (b & 0x7FL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        public int nextInt() {
            return (int) nextLong();
        }

        public boolean hasNext() {
            return position < bytes.length;
        }
    }
}
