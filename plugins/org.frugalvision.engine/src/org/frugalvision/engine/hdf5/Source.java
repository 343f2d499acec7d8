// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file read at places that it names itself. A read never goes beyond its end, so no more memory is taken than the
 * file is long; the number of reads and of bytes is limited, so that structures that lead back to themselves end, too.
 */
final class Source implements AutoCloseable {

    private static final int MOST_READS = 200_000;

    private static final long SPARE_BYTES = 64 << 20;

    private final FileChannel m_channel;

    private int m_readsLeft = MOST_READS;

    private long m_bytesLeft;

    Source(final Path file) throws IOException {
        m_channel = FileChannel.open(file);
        m_bytesLeft = SPARE_BYTES + 4 * m_channel.size();
    }

    Bytes at(final long address, final long length) throws IOException {
        if (address < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || address > m_channel.size() - length) {
            throw new Hdf5Exception("the file is damaged or cut off (it refers to a place beyond its end)");
        }
        m_readsLeft--;
        m_bytesLeft -= length;
        if (m_readsLeft < 0 || m_bytesLeft < 0) {
            throw new Hdf5Exception("the file is damaged (its parts refer to each other endlessly)");
        }
        final ByteBuffer buffer = ByteBuffer.allocate((int)length);
        while (buffer.hasRemaining() && m_channel.read(buffer, address + buffer.position()) >= 0) {
            continue;
        }
        return new Bytes(buffer.flip());
    }

    /** As many bytes as there are, at most so many. */
    Bytes upTo(final long address, final int most) throws IOException {
        return at(address, Math.max(0, Math.min(most, m_channel.size() - address)));
    }

    @Override
    public void close() throws IOException {
        m_channel.close();
    }
}
