// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.NoSuchElementException;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * The images after the header of an array file, one after the other. A file that is too short is refused before the
 * first image if its size is known, else where it ends; one that goes on after the last image is refused, too.
 */
final class ArrayBody {

    private final ByteSource m_source;

    private final int m_count;

    private final ImageShape m_shape;

    private final int m_imageBytes;

    private int m_next;

    /** {@code source} stands behind the header. */
    ArrayBody(final ByteSource source, final int count, final ImageShape shape, final int bytesPerValue) {
        m_source = source;
        m_count = count;
        m_shape = shape;
        m_imageBytes = Math.multiplyExact(shape.size(), bytesPerValue);
        final long bytes = (long)count * m_imageBytes;
        final long present = source.length().orElse(bytes + source.position()) - source.position();
        if (present < bytes) {
            throw truncated(present);
        }
    }

    int count() {
        return m_count;
    }

    ImageShape shape() {
        return m_shape;
    }

    boolean hasNext() {
        return m_next < m_count;
    }

    /** The bytes of the next image as they stand in the file; a new array. */
    byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are only " + m_count + " images.");
        }
        final var bytes = m_source.next(m_imageBytes);
        if (bytes.length < m_imageBytes) {
            throw truncated((long)m_next * m_imageBytes + bytes.length);
        }
        m_next++;
        if (!hasNext() && m_source.next(1).length > 0) {
            throw problem("more data follow after the %s that the header announces."
                .formatted(Wording.count(m_count, "image", "images")));
        }
        return bytes;
    }

    private DataException truncated(final long present) {
        return problem("the header announces %s of %s (%s bytes), but the data end after %s.".formatted(
            Wording.count(m_count, "image", "images"), m_shape, Wording.value((long)m_count * m_imageBytes),
            Wording.count(present, "byte", "bytes")));
    }

    private DataException problem(final String sentence) {
        return new DataException(Wording.file(m_source.file()), sentence, "Copy or download the file again.");
    }
}
