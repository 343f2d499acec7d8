// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a sequence of values. Every value is preceded by its kind and length, so that ("ab","c") and ("a","bc")
 * differ. Equal sequences give equal fingerprints on every machine. Not thread-safe; ended by {@link #hex()} or {@link
 * #bytes()}.
 */
public final class Fingerprint {

    private static final int CHUNK = 2048;

    private static final int STREAM_CHUNK = 1 << 16;

    private final MessageDigest m_digest;

    /** Starts with nothing. */
    public Fingerprint() {
        try {
            m_digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }

    /**
     * @param value a text
     * @return this
     */
    public Fingerprint add(final String value) {
        final var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return head('s', utf8.length).raw(utf8, 0, utf8.length);
    }

    /**
     * @param value a number
     * @return this
     */
    public Fingerprint add(final long value) {
        return head('j', value);
    }

    /**
     * @param values bytes; read, not kept
     * @param from first index
     * @param length how many
     * @return this
     */
    public Fingerprint add(final byte[] values, final int from, final int length) {
        return head('b', length).raw(values, from, length);
    }

    /**
     * The same as that of as many bytes at once.
     *
     * @param in bytes, read as far as needed, not closed
     * @param length how many
     * @return this
     * @throws IOException if there are fewer, or reading fails
     */
    public Fingerprint add(final InputStream in, final long length) throws IOException {
        head('b', length);
        final byte[] chunk = new byte[STREAM_CHUNK];
        for (long left = length; left > 0;) {
            final int count = in.read(chunk, 0, (int)Math.min(chunk.length, left));
            if (count < 0) {
                throw new EOFException("%,d bytes are missing".formatted(left));
            }
            m_digest.update(chunk, 0, count);
            left -= count;
        }
        return this;
    }

    /**
     * The same for bytes that are written one after the other.
     *
     * @param length how many will be written
     * @return takes the bytes; closing it does nothing
     */
    public OutputStream sink(final long length) {
        head('b', length);
        return new DigestOutputStream(OutputStream.nullOutputStream(), m_digest);
    }

    /**
     * @param values numbers by their bits, so 0 and -0 differ; read, not kept
     * @return this
     */
    public Fingerprint add(final float... values) {
        head('f', values.length);
        final var buffer = ByteBuffer.allocate(4 * Math.min(CHUNK, Math.max(1, values.length)));
        for (final float value : values) {
            buffer.putFloat(value);
            if (!buffer.hasRemaining()) {
                m_digest.update(buffer.flip());
                buffer.clear();
            }
        }
        m_digest.update(buffer.flip());
        return this;
    }

    /** @return the fingerprint, 64 lower-case hexadecimal digits; this object starts anew */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** @return the fingerprint, 32 bytes; this object starts anew */
    public byte[] bytes() {
        return m_digest.digest();
    }

    private Fingerprint head(final char kind, final long value) {
        m_digest.update(ByteBuffer.allocate(9).put((byte)kind).putLong(value).flip());
        return this;
    }

    private Fingerprint raw(final byte[] values, final int from, final int length) {
        m_digest.update(values, from, length);
        return this;
    }
}
