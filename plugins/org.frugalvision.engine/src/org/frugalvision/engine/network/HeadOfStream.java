// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.IOException;
import java.io.OutputStream;

/** Lets the first bytes through, to several places, and counts all. */
final class HeadOfStream extends OutputStream {

    private final long m_length;

    private final OutputStream[] m_targets;

    private long m_written;

    HeadOfStream(final long length, final OutputStream... targets) {
        m_length = length;
        m_targets = targets;
    }

    long written() {
        return m_written;
    }

    @Override
    public void write(final int value) throws IOException {
        write(new byte[]{(byte)value}, 0, 1);
    }

    @Override
    public void write(final byte[] bytes, final int from, final int count) throws IOException {
        final int head = (int)Math.max(0, Math.min(count, m_length - m_written));
        for (final OutputStream target : m_targets) {
            target.write(bytes, from, head);
        }
        m_written += count;
    }
}
