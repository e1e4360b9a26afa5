package chorus.state.bytes;

import java.util.Arrays;

/** A growing array of bytes with numbers of variable length, seven bits a byte, low bits first. */
public final class Varints {
    private byte[] bytes = new byte[256];
    private int size;

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public void put(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = value;
    }

    public void put(long value) {
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    /** Appends {@code others} as they are. */
    public void put(byte[] others) {
        if (size + others.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + others.length));
        }
        System.arraycopy(others, 0, bytes, size, others.length);
        size += others.length;
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
