// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.ArrayList;
import java.util.List;

/** Keeps images on the heap in segments, so that many images neither need one huge array nor a million small ones. */
final class HeapPixels implements PixelStore {

    private static final int SEGMENT_BYTES = 4 << 20;

    private final List<byte[]> m_segments = new ArrayList<>();

    private final int m_imageBytes;

    private final int m_perSegment;

    private int m_size;

    HeapPixels(final int imageBytes) {
        m_imageBytes = imageBytes;
        m_perSegment = Math.max(1, SEGMENT_BYTES / imageBytes);
    }

    @Override
    public void append(final byte[] image) {
        final int slot = m_size % m_perSegment;
        if (slot == 0) {
            m_segments.add(new byte[m_perSegment * m_imageBytes]);
        }
        System.arraycopy(image, 0, m_segments.get(m_segments.size() - 1), slot * m_imageBytes, m_imageBytes);
        m_size++;
    }

    @Override
    public void read(final int i, final byte[] target) {
        System.arraycopy(m_segments.get(i / m_perSegment), i % m_perSegment * m_imageBytes, target, 0, m_imageBytes);
    }

    @Override
    public void discard() {
        // the heap needs no help
    }
}
